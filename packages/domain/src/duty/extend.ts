import type { ExtendDuty } from '@lianxi/schema/commands/extension'
import type { DutyExtended } from '@lianxi/schema/events/extensions'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import { refuse } from '../report/refusal'
import { minuteOf, sameTimeOn } from '../time/calendar'

/** `dueAt`: as it stands for exactly what is to be extended; `owes`: the body has such a duty in the period. */
export type ExtendContext = {
  period: { opensAt: string; dueAt: string; closesAt: string | null; closed: boolean } | null
  dueAt: string | null
  owes: boolean
  now: string
}
export type ExtendDecision = { ok: true; data: DutyExtended } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, field: string | null = null, detail = ''): ExtendDecision => ({
  ok: false,
  refusal: refuse(code, field, detail),
})

/** Decides an extension: later than what stands, still to come, and not beyond the period's closing. */
export function decideExtension(command: ExtendDuty, context: ExtendContext, grantedBy: string): ExtendDecision {
  const { region, body, subject, period: name, on, reason } = command
  const { period, owes, now } = context
  if (period === null || period.closed) return refused('extension-period')
  if (!owes) return refused('extension-no-duty')
  const dueAt = sameTimeOn(on, period.dueAt)
  if (Date.parse(dueAt) <= Date.parse(context.dueAt ?? period.dueAt)) return refused('extension-not-later', 'on')
  if (Date.parse(dueAt) <= Date.parse(now)) return refused('extension-past', 'on')
  if (period.closesAt !== null && Date.parse(dueAt) > Date.parse(period.closesAt)) {
    return refused('extension-after-closing', 'on', minuteOf(period.closesAt))
  }
  const data = { region, body, subject, period: name, dueAt, reason, grantedBy }
  return { ok: true, data }
}
