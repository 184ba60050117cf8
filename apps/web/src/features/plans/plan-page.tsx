import Link from 'next/link'
import type { PlanView } from '@lianxi/schema/views/plan-import'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { subjectHref } from '@/features/board/links'
import { PlanProposals, PlanVersions } from '@/features/plan-revision/plan-revisions'
import { address } from '@/features/session/search'
import { Notice, PageHead } from '@/features/shell/page-head'
import { PLANS, templateHref } from './links'
import s from './plans.module.css'
import { PlanState } from './plans-page'

type Rows = { kind: SubjectKind; title: string; rows: PlanView['targets'] }

function Subjects({ kind, title, rows }: Rows) {
  if (rows.length === 0) return null
  return (
    <section className={s.section} aria-label={title}>
      <h2>
        {title}（{rows.length}）
      </h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">领域</th>
            <th scope="col">行政区</th>
            {kind === 'target' ? <th scope="col">基期</th> : null}
            <th scope="col">{kind === 'target' ? '目标' : '规划所述'}</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, domain, places, baseline, promise, where }) => (
            <tr key={code}>
              <td>
                <Link className="link" href={subjectHref(kind, code)} prefetch={false}>
                  {name}
                </Link>
                <span className="sub">{code}</span>
              </td>
              <td data-label="领域">{domain}</td>
              <td data-label="行政区">{places.join('、')}</td>
              {kind === 'target' ? <td data-label="基期">{baseline === '' ? '—' : baseline}</td> : null}
              <td data-label={kind === 'target' ? '目标' : '规划所述'}>{promise === '' ? '—' : promise}</td>
              <td data-label="出处" className={s.where}>
                {where === '' ? '—' : where}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A plan with everything it promises, in the order of its text, and where it says so. */
export function PlanPage({ view: { zone, plan, versions, proposals, targets, projects } }: { view: PlanView }) {
  return (
    <>
      <PageHead
        title={plan.name}
        note={
          <p className="note">
            {plan.code} · {plan.region?.name ?? zone.name} · {plan.period} · {plan.issuer ?? '印发单位未写明'}{' '}
            {[plan.documentNumber, plan.issuedOn].filter((part) => part !== null).join(' ')} ·{' '}
            <PlanState draft={plan.draft} /> ·{' '}
            <Link className="link" href={`${PLANS}?zone=${zone.code}`} prefetch={false}>
              全部规划
            </Link>
          </p>
        }
        controls={
          <>
            {plan.draft ? null : (
              <Link className="button" href={address('/lists', { zone: zone.code, plan: plan.code })} prefetch={false}>
                列入年度清单
              </Link>
            )}
            <a className="link" href={templateHref(zone.code, plan.code)} download>
              下载 Excel（改后可再上传）
            </a>
          </>
        }
      />
      {plan.draft ? <Notice>征求意见稿：不公开，所列目标和项目不能列入年度清单。</Notice> : null}
      <PlanVersions versions={versions} />
      <PlanProposals proposals={proposals} />
      <Subjects kind="target" title="目标" rows={targets} />
      <Subjects kind="project" title="项目" rows={projects} />
    </>
  )
}
