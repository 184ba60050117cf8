import type { CheckThresholds } from '@lianxi/schema/check-thresholds'
import type { Period } from '@lianxi/schema/period'
import type { Finding } from '@lianxi/schema/views/result'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { checkProject } from '../report/check-project'
import { checkTarget } from '../report/check-target'
import type { Promised } from '../report/promised'
import type { StandingReport } from './sub-state'

export type CellFinding = Pick<Finding, 'level' | 'code' | 'message'>

/**
 * What the checks on entry say to a report that stands: whoever sent it, the web or a region's own system. Errors, and
 * warnings it does not answer; what it answers travels in the event. Only the plan's topic and the report's own are
 * asked. A report of an unknown subject, or of another kind than the plan's, cannot be compared yet.
 */
export function findingsOn(
  report: StandingReport,
  kind: SubjectKind,
  { period, promised, thresholds }: { period: Period; promised: Promised | undefined; thresholds: CheckThresholds },
): CellFinding[] {
  const { before, explained = false, answered, occurredAt: saidAt, misdated: milestones = [] } = report
  if (before === undefined || promised?.kind !== kind) return []
  const against = { period, saidAt, promised, before, explained, thresholds }
  const found = kind === 'target' ? checkTarget(report, against) : checkProject({ ...report, milestones }, against)
  if (found.length === 0) return found
  return found.flatMap(({ level, code, message }) =>
    level === 'warning' && answered?.includes(code) === true ? [] : [{ level, code, message }],
  )
}
