import type { WithdrawExtension } from '@lianxi/schema/commands/extension'
import type { ExtensionWithdrawn } from '@lianxi/schema/events/extensions'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import { refuse } from '../report/refusal'
import { minuteOf } from '../time/calendar'

/**
 * `standing`: the extension's moment as the board has it, null: none stands; `before`: when the same is due once it is
 * taken back; `underWay`: something was said of it that is not on the board yet.
 */
export type WithdrawContext = { standing: string | null; before: string; underWay: boolean; now: string }
export type WithdrawDecision = { ok: true; data: ExtensionWithdrawn } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, detail = ''): WithdrawDecision => ({
  ok: false,
  refusal: refuse(code, null, detail),
})

/**
 * Decides that an extension is taken back: the one that was seen, before its moment came, and only while the moment that
 * stands again has not come either, so that nobody who relied on it is late at once.
 */
export function decideWithdrawal(
  { region, body, subject, period, dueAt, reason }: WithdrawExtension,
  { standing, before, underWay, now }: WithdrawContext,
  withdrawnBy: string,
): WithdrawDecision {
  if (underWay) return refused('extension-under-way')
  if (standing === null || Date.parse(standing) !== Date.parse(dueAt)) return refused('extension-gone')
  if (Date.parse(standing) <= Date.parse(now)) return refused('extension-over')
  if (Date.parse(before) <= Date.parse(now)) return refused('extension-relied-on', minuteOf(before))
  return { ok: true, data: { region, body, subject, period, dueAt, reason, withdrawnBy } }
}
