import { explanation } from '@lianxi/domain/report/explanation'
import { evolve, type Person, type ReportState, type ReportStep } from '@lianxi/domain/report/state'
import type { CellVerdicts } from '@lianxi/domain/board/sub-state'
import type { ProjectProgressReported, TargetProgressReported } from '@lianxi/schema/events/reports'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import type { ImportedRevision } from './import'
import { entryOfContent } from './row'

/** A published report as its topic has it. */
export type PublishedReport = {
  eventId: string
  occurredAt: string
  kind: SubjectKind
  data: TargetProgressReported | ProjectProgressReported
}

/** The event knows names only; an account of that name may be somebody else. */
const byName = (name: string): Person => ({ id: 'restored', name })

export type TakenUp = { state: ReportState; steps: ReportStep[]; revisions: ImportedRevision[] }

/**
 * Leads an office's report over what was published of it and judged since: the steps that must have happened, by the
 * names the events give. Pure; `reports` are in their topic's order.
 */
export function takeUp(start: ReportState, reports: readonly PublishedReport[], verdicts: CellVerdicts): TakenUp {
  const taken: TakenUp = { state: start, steps: [], revisions: [] }
  takeReturn(taken, verdicts)
  for (const report of reports) {
    takeReport(taken, report)
    takeReturn(taken, verdicts)
  }
  return taken
}

function happen(taken: TakenUp, step: ReportStep): void {
  taken.state = evolve(taken.state, step)
  taken.steps.push(step)
}

function takeReport(taken: TakenUp, { eventId, occurredAt, kind, data }: PublishedReport): void {
  const { revision, correctionReason, submittedAt, content } = data
  const reporter = byName(data.reportedBy)
  if (taken.state.state === 'published') {
    happen(taken, { type: 'correction-started', reason: correctionReason ?? '', by: reporter, at: submittedAt })
  }
  const entry = entryOfContent(kind, content)
  const warningReasons = data.warnings.map(({ code, reason }) => ({ code, reason }))
  taken.state = { ...taken.state, revision } // of two that claim the same number the later one stands, as on the board
  // An answer to a return explains itself by it; the event has that sentence, the office's row has none.
  const own = correctionReason === explanation(taken.state, null) ? null : correctionReason
  happen(taken, { type: 'submitted', entry, correctionReason: own, warningReasons, by: reporter, at: submittedAt })
  happen(taken, { type: 'published', eventId, entry, by: byName(data.approvedBy), at: occurredAt })
  taken.revisions.push({
    ...{ revision, eventId, content, reason: correctionReason },
    ...{ submittedBy: data.reportedBy, approvedBy: data.approvedBy, publishedAt: occurredAt },
  })
}

function takeReturn(taken: TakenUp, verdicts: CellVerdicts): void {
  const { state, published } = taken.state
  const verdict = published === null ? undefined : verdicts[published.eventId]
  if (state !== 'published' || verdict?.verdict !== 'returned') return
  const { reason, by: byBody, person, occurredAt: at } = verdict
  happen(taken, { type: 'returned', reason: reason ?? '', byBody, by: byName(person), at })
}
