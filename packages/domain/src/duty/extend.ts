import type { ExtendDuty } from '@lianxi/schema/commands/extension'
import type { DutyExtended } from '@lianxi/schema/events/extensions'
import type { AskState, SettledAsk } from '@lianxi/schema/views/extension-ask'
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
export type AskDecision = { ok: true } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, field: string | null = null, detail = ''): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: refuse(code, field, detail),
})

/** Until when more time would be given: later than what stands, still to come, and not beyond the period's closing. */
function momentOf(on: string, context: ExtendContext): { ok: true; dueAt: string } | { ok: false; refusal: Refusal } {
  const { period, owes, now } = context
  if (period === null || period.closed) return refused('extension-period')
  if (!owes) return refused('extension-no-duty')
  const dueAt = sameTimeOn(on, period.dueAt)
  if (Date.parse(dueAt) <= Date.parse(context.dueAt ?? period.dueAt)) return refused('extension-not-later', 'on')
  if (Date.parse(dueAt) <= Date.parse(now)) return refused('extension-past', 'on')
  if (period.closesAt !== null && Date.parse(dueAt) > Date.parse(period.closesAt)) {
    return refused('extension-after-closing', 'on', minuteOf(period.closesAt))
  }
  return { ok: true, dueAt }
}

/** Decides an extension. */
export function decideExtension(command: ExtendDuty, context: ExtendContext, grantedBy: string): ExtendDecision {
  const { region, body, subject, period, on, reason } = command
  const moment = momentOf(on, context)
  if (!moment.ok) return moment
  return { ok: true, data: { region, body, subject, period, dueAt: moment.dueAt, reason, grantedBy } }
}

/** Decides an office's ask for one: what could not be given is not asked for. `missing`: something is still to be reported. */
export function decideAsk({ on }: ExtendDuty, context: ExtendContext & { missing: boolean }): AskDecision {
  const moment = momentOf(on, context)
  if (!moment.ok) return moment
  return context.missing ? { ok: true } : refused('ask-nothing-owed')
}

/** What became of an ask as its row says it, and what ended it without anybody: its period, or that all came in. */
export function askStateOf(settled: SettledAsk, { closed, missing }: { closed: boolean; missing: boolean }): AskState {
  if (settled !== 'open') return settled
  if (closed) return 'closed'
  return missing ? 'open' : 'reported'
}
