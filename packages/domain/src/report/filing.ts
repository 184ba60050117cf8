import type { ReportKey } from '@lianxi/schema/commands/report'
import type { Refusal } from '@lianxi/schema/views/refusal'
import type { Channel, SubjectKind } from '@lianxi/schema/vocabulary'
import { refuse } from './refusal'

/** What is known of the filing: whose duty, which window, which channel. Instants are ISO 8601 in UTC. */
export type Filing = ReportKey & {
  kind: SubjectKind
  /** Body that has the duty; null: no adopted list asks this region for it. */
  dutyBody: string | null
  /** Another subject whose report says this one too; null: it is reported itself. */
  servedBy: { subject: string; name: string } | null
  /** Bodies the actor belongs to. */
  actorBodies: string[]
  /** Null: the calendar has not opened the period. */
  window: { opensAt: string; closesAt: string; closed: boolean } | null
  channel: Channel
  /** A verdict on the board confirms the report that stands. */
  confirmed: boolean
}

/** A body without that duty cannot report; what a region's own system sends is not typed here as well. */
export function findFilingRefusal(filing: Filing): Refusal | undefined {
  if (filing.dutyBody === null) return refuse('no-duty')
  if (!filing.actorBodies.includes(filing.dutyBody)) return refuse('not-your-body')
  if (filing.servedBy !== null) {
    const { name, subject } = filing.servedBy
    return refuse('served-elsewhere', null, `“${name}”（${subject}）。`)
  }
  return filing.channel === 'direct' ? refuse('direct-channel') : undefined
}

/** A future period is not open, a past one is locked, unless a return unlocked exactly this report. */
export function findLockRefusal(filing: Pick<Filing, 'window'>, unlocked: boolean, now: string): Refusal | undefined {
  if (unlocked) return undefined
  const { window } = filing
  const at = Date.parse(now)
  if (window === null || at < Date.parse(window.opensAt)) return refuse('period-not-open')
  return window.closed || at >= Date.parse(window.closesAt) ? refuse('period-closed') : undefined
}
