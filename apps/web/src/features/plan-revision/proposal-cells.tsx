import type { ProposalView } from '@lianxi/schema/views/revision'
import { revisionState, type RevisionState } from '@lianxi/schema/vocabulary'

const SHAPES = { open: '○', approved: '✓', refused: '✕', withdrawn: '←' } satisfies Record<RevisionState, string>

export const PROPOSAL_HEADS = ['现行', '建议修订为', '原因和文件', '建议单位', '办理'] as const

/** What is proposed, the original beside it, and how far it is. */
export function ProposalCells({ proposal, children }: { proposal: ProposalView; children?: React.ReactNode }) {
  const { before, after, fromYear, reason, document, body, person, on, state, outcome } = proposal
  return (
    <>
      <td data-label="现行">{before}</td>
      <td data-label="建议修订为">
        {after}
        <span className="sub">自{fromYear}年起</span>
      </td>
      <td data-label="原因和文件">
        {reason}
        <span className="sub">{document}</span>
      </td>
      <td data-label="建议单位">
        {body.name}
        <span className="sub">
          {person} {on}
        </span>
      </td>
      <td data-label="办理">
        <span className={state === 'open' ? 'warned' : ''}>
          {SHAPES[state]} {revisionState.labels[state]}
        </span>
        {outcome === null ? null : <span className="sub">{outcome}</span>}
        {children}
      </td>
    </>
  )
}
