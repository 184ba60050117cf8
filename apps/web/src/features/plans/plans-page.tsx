import { documentKind } from '@lianxi/schema/document-kind'
import Link from 'next/link'
import type { PlanLine, Plans } from '@lianxi/schema/views/plan-import'
import { Empty, PageHead } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { importHref, planHref, templateHref } from './links'
import s from './plans.module.css'
import { TypeDecision } from './type-decision'
import { UploadPlans } from './upload-plans'

/** 征求意见稿 is said wherever the plan is named. */
export function PlanState({ draft }: { draft: boolean }) {
  return draft ? <span className="warned">◇ 征求意见稿</span> : <span>■ 已印发</span>
}

function Line({ plan, zone }: { plan: PlanLine; zone: Plans['zone'] }) {
  return (
    <tr>
      <td>
        <Link className="link" href={planHref(plan.code, zone.code)} prefetch={false}>
          {plan.name}
        </Link>
        <span className="sub">
          {plan.code}
          {plan.kind === 'plan' ? '' : ` · ${documentKind.labels[plan.kind]}`}
        </span>
      </td>
      <td data-label="规划期" className="nowrap">
        {plan.period}
      </td>
      <td data-label="行政区">{plan.region?.name ?? zone.name}</td>
      <td data-label="印发">
        {plan.issuer ?? '—'}
        <span className="sub">{[plan.documentNumber, plan.issuedOn].filter((part) => part !== null).join(' ')}</span>
      </td>
      <td data-label="状态" className="nowrap">
        <PlanState draft={plan.draft} />
        {plan.proposals === 0 ? null : <span className="sub warned">○ 修订建议 {plan.proposals} 项待批准</span>}
      </td>
      <td data-label="目标" className="num">
        {plan.targets}
        <span className="sub">可填报 {plan.reportable}</span>
      </td>
      <td data-label="项目" className="num">
        {plan.projects}
      </td>
    </tr>
  )
}

function Imports({ all }: { all: Plans }) {
  if (all.imports.length === 0) return null
  return (
    <section className={s.section} aria-label="最近上传的文件">
      <h2>最近上传的文件</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">上传</th>
            <th scope="col">导入</th>
          </tr>
        </thead>
        <tbody>
          {all.imports.map(({ id, fileName, uploadedBy, uploadedAt, appliedAt, events }) => (
            <tr key={id}>
              <td>
                <Link className="link" href={importHref(id, all.zone.code)} prefetch={false}>
                  {fileName}
                </Link>
              </td>
              <td data-label="上传">
                {minuteOf(uploadedAt)} {uploadedBy}
              </td>
              <td data-label="导入">{appliedAt === null ? '未导入' : `${minuteOf(appliedAt)} 共 ${events} 条`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The zone's plans with their state; for those who may, the way in for a new one. */
export function PlansPage({ all }: { all: Plans }) {
  return (
    <>
      <PageHead
        title={`${all.zone.name}规划`}
        note={
          <p className="note">规划是依据；列入年度清单并下达后才产生填报责任。征求意见稿不公开，也不能列入清单。</p>
        }
      />
      {all.mayImport.length === 0 ? null : (
        <div className={s.bar}>
          {all.mayImport.map(({ region }) => (
            <UploadPlans key={region?.code ?? ''} zone={all.zone} region={region} />
          ))}
          <a className="link" href={templateHref(all.zone.code)} download>
            下载空白模板
          </a>
        </div>
      )}
      {all.mayImport.map(({ region }) => (
        <TypeDecision key={region?.code ?? ''} zone={all.zone} region={region} regions={all.regions} />
      ))}
      {all.plans.length === 0 ? (
        <Empty title="还没有规划">请下载模板填好后上传，或直接上传现有的表，再指定各列的含义。</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">规划</th>
              <th scope="col">规划期</th>
              <th scope="col">行政区</th>
              <th scope="col">印发</th>
              <th scope="col">状态</th>
              <th scope="col" className="num">
                目标
              </th>
              <th scope="col" className="num">
                项目
              </th>
            </tr>
          </thead>
          <tbody>
            {all.plans.map((plan) => (
              <Line key={plan.code} plan={plan} zone={all.zone} />
            ))}
          </tbody>
        </table>
      )}
      <Imports all={all} />
    </>
  )
}
