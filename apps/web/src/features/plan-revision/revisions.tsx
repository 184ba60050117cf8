import type { ProposalView, RevisionView } from '@lianxi/schema/views/revision'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { DoneMeanwhile } from '@/features/draft/left-texts'
import { Heads } from '@/features/ui/heads'
import s from '@/features/subject/subject.module.css'
import { dateOf } from '@/features/ui/format'
import { CloseForms } from './close-forms'
import { PROPOSAL_HEADS, ProposalCells } from './proposal-cells'
import { ProposeProjectForm } from './propose-project-form'
import { ProposeTargetForm } from './propose-target-form'
import { APPROVE, CLOSINGS, PROPOSE } from './titles'

/** The original beside what it became: each revision with its reason, who approved it and by which document. */
function Approved({ revisions, planName }: { revisions: RevisionView[]; planName: string }) {
  const [first] = revisions
  if (first === undefined) return null
  return (
    <table className="cards" data-list="revisions">
      <Heads names={['次序', '规划所述', '原因', '批准']} />
      <tbody>
        <tr>
          <td>规划原定</td>
          <td data-label="规划所述">{first.before}</td>
          <td data-label="原因">—</td>
          <td data-label="批准">{planName}</td>
        </tr>
        {revisions.map(({ revision, after, fromYear, reason, approvedBy, basis, approvedOn }) => (
          <tr key={revision}>
            <td>第{revision}次修订</td>
            <td data-label="规划所述">
              {after}
              {fromYear === null ? null : <span className="sub">自{fromYear}年起</span>}
            </td>
            <td data-label="原因">{reason}</td>
            <td data-label="批准">
              {approvedBy}
              <span className="sub">
                {basis} {approvedOn}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** For whom was writing of the proposal too. */
function Meanwhile({ proposal: { number, outcome } }: { proposal: ProposalView }) {
  if (outcome === null) return null
  const forms = [APPROVE, CLOSINGS.refuse.title, CLOSINGS.withdraw.title]
  return forms.map((form) => <DoneMeanwhile key={form} form={form} of={`${number}`} said={`已办理：${outcome}`} />)
}

function Proposals({ subject, today }: { subject: SubjectView; today: string | null }) {
  const { zone, code, revisions } = subject
  if (revisions.proposals.length === 0) return null
  return (
    <>
      <p className="note">
        修订建议（工作内部，批准以前不改变现行内容）
        {revisions.rule === null ? null : `；规划关于中期评估的规定：${revisions.rule.join('；')}`}
      </p>
      <table className="cards" data-list="proposals" aria-label="修订建议">
        <Heads names={PROPOSAL_HEADS} />
        <tbody>
          {revisions.proposals.map((proposal) => (
            <tr key={proposal.number}>
              <ProposalCells proposal={proposal}>
                {today === null ? null : <CloseForms {...{ about: { zone, subject: code }, today }} {...proposal} />}
                <Meanwhile proposal={proposal} />
              </ProposalCells>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Propose({ subject, today }: { subject: SubjectView; today: string }) {
  const { zone, code, revisions, target } = subject
  const { approved, proposing, proposals, rule } = revisions
  const [latest] = proposals
  if (proposing === null && latest !== undefined && latest.outcome === null)
    return (
      <DoneMeanwhile
        form={PROPOSE}
        of={code}
        said={`已由${latest.body.name} ${latest.person} 于 ${latest.on} 提出修订建议。`}
      />
    )
  if (proposing === null) return null
  const about = { zone, subject: code }
  const shared = { about, standing: approved.length, year: today.slice(0, 4), rule }
  // Another revision or proposal makes what was typed a proposal for something else.
  const key = `${approved.length} ${proposals.length}`
  if (proposing.target !== null) {
    return <ProposeTargetForm key={key} {...shared} aim={proposing.target} unit={target?.unit ?? null} />
  }
  return proposing.project === null ? null : <ProposeProjectForm key={key} {...shared} aim={proposing.project} />
}

/** What was revised of the plan by whom, what is proposed, and for those who may the form to propose. */
export function Revisions({ subject }: { subject: SubjectView }) {
  const { revisions, source, stream, kind } = subject
  const { approved, proposals, proposing } = revisions
  const onlyForm = approved.length === 0 && proposals.length === 0
  if (onlyForm && proposing === null) return null
  const today = stream === null ? null : dateOf(stream.now)
  return (
    <section className={`${s.section ?? ''} ${onlyForm ? 'no-print' : ''}`} aria-labelledby="revisions">
      <h2 id="revisions">{kind === 'target' ? '目标' : '项目'}修订（中期评估）</h2>
      <Approved revisions={approved} planName={source.planName} />
      <Proposals subject={subject} today={today} />
      {today === null ? null : <Propose subject={subject} today={today} />}
    </section>
  )
}
