import { periodLabel, type Period } from '@lianxi/schema/period'
import { dayOf, minuteOf } from '../time/calendar'

const DAY_MS = 86_400_000
/** So soon after a reminder by hand nobody sends the same again. */
export const CHASED_JUST_NOW_MINUTES = 10

/** How long ago a body was reminded by hand: so shortly that it is refused, or within a day, when it is asked first. */
export function chasedLately(at: string | null, now: string): 'just-now' | 'today' | null {
  if (at === null) return null
  const passed = Date.parse(now) - Date.parse(at)
  if (passed < CHASED_JUST_NOW_MINUTES * 60_000) return 'just-now'
  return passed < DAY_MS ? 'today' : null
}

/** Calendar days in China since the due day, at least 1 once the moment has passed; null before. */
export function daysLate(dueAt: string | null, now: string): number | null {
  if (dueAt === null || Date.parse(now) <= Date.parse(dueAt)) return null
  return Math.max(1, Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(dueAt))) / DAY_MS))
}

/** How an owed item is called that its office has filled in and its own approver has not passed yet. */
export const AWAITING_WORDS = '已填报，待本单位审核'

/** `awaiting`: submitted, so its own approver has to act and nobody has to fill it in. */
export type Owed = { name: string; period: Period; dueAt: string | null; state: string; awaiting: boolean }

const SHOWN = 20

/** What is sent to one body by message: what is missing, until when, and what to do. Facts only, nobody is compared. */
export function chasingText(body: string, owed: readonly Owed[], now: string): string {
  const parts = [
    partOf(owed, false, now, (count) => `以下${count}项尚未报送，请及时填报；${HELP}`),
    partOf(owed, true, now, (count) => `以下${count}项${AWAITING_WORDS}，请审核人及时审核报送。`),
  ]
  return `${body}：${parts.filter((part) => part !== '').join('\n')}`
}

const HELP = '本期没有变化的，请报“本期无变化”；确有困难的，请说明原因并申请延期。'

/** What nobody has filled in is asked of another person than what waits for approval: each has lines of its own. */
function partOf(all: readonly Owed[], awaiting: boolean, now: string, head: (count: number) => string): string {
  const owed = all.filter((one) => one.awaiting === awaiting)
  if (owed.length === 0) return ''
  const lines = owed.slice(0, SHOWN).map(({ name, period, dueAt, state }, index) => {
    const late = daysLate(dueAt, now)
    const returned = state === 'returned' && !awaiting ? '，已退回，请重报' : ''
    const until = dueAt === null ? '' : `，截止${minuteOf(dueAt)}${late === null ? '' : `，已逾期${late}天`}`
    return `${index + 1}. ${name}（${periodLabel(period)}${until}${returned}）`
  })
  const more = owed.length > SHOWN ? [`等共${owed.length}项，详见系统“我的填报”。`] : []
  return [head(owed.length), ...lines, ...more].join('\n')
}
