import type { DoneResult } from '@lianxi/schema/views/refusal'
import type { ReportResult } from '@lianxi/schema/views/result'
import type { Access, Granted } from '../../access'

/** The secretariat, or the coordinator of the region that stands above in the zone's chain. */
export const JUDGES: Access = { roles: ['secretariat', 'coordinator'], scope: 'above' }

/** Whose voice it is on the zone's topic. */
export function judgingBody({ members }: Granted): string {
  const [member] = members
  if (member === undefined) throw new Error('a verdict without a body')
  return member.body
}

/** The office's report is not the judge's to see: only whether it is done. */
export const asDone = (result: ReportResult): DoneResult =>
  result.ok ? { ok: true, id: result.report.id } : { ok: false, refusal: result.refusal }
