import Link from 'next/link'
import type { PlanProposal, PlanVersion } from '@lianxi/schema/views/revision'
import { subjectHref } from '@/features/board/links'
import { Heads } from '@/features/ui/heads'
import s from '@/features/plans/plans.module.css'
import { PROPOSAL_HEADS, ProposalCells } from './proposal-cells'

const HEADS = ['版本', '文件', '印发（批准）机关', '日期', '登记', '说明'] as const

/** How the plan came to be what it is: 征求意见稿, 印发, 中期评估修订, each with its document. */
export function PlanVersions({ versions }: { versions: PlanVersion[] }) {
  return (
    <section className={s.section} aria-label="版本">
      <h2>版本</h2>
      <table className="cards" data-list="versions">
        <Heads names={HEADS} />
        <tbody>
          {versions.map(({ what, document, by, on, recordedOn, note }, index) => (
            <tr key={index}>
              <td>{what}</td>
              <td data-label="文件">{document === '' ? '—' : document}</td>
              <td data-label="机关">{by === '' ? '—' : by}</td>
              <td data-label="日期" className="nowrap">
                {on ?? '—'}
              </td>
              <td data-label="登记" className="nowrap">
                {recordedOn}
              </td>
              <td data-label="说明">{note === '' ? '—' : note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What is proposed to be revised of the plan; each is handled on its subject's page. */
export function PlanProposals({ proposals }: { proposals: PlanProposal[] }) {
  if (proposals.length === 0) return null
  return (
    <section className={s.section} aria-label="修订建议">
      <h2>修订建议（{proposals.length}）</h2>
      <p className="note">工作内部，批准以前不改变规划所述。批准、不予批准和撤回在该事项页面办理。</p>
      <table className="cards" data-list="proposals">
        <Heads names={['事项', ...PROPOSAL_HEADS]} />
        <tbody>
          {proposals.map((proposal) => (
            <tr key={`${proposal.subject} ${proposal.number}`}>
              <td>
                <Link className="link" href={subjectHref(proposal.kind, proposal.subject)} prefetch={false}>
                  {proposal.name}
                </Link>
                <span className="sub">{proposal.subject}</span>
              </td>
              <ProposalCells proposal={proposal} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
