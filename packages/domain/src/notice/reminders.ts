import { periodLabel, type Period } from '@lianxi/schema/period'
import type { Notice } from '@lianxi/schema/notice'
import { dayOf, minuteOf } from '../time/calendar'

/** What one body still owes with one due moment. */
export type Owing = { zone: string; body: string; region: string; period: Period; dueAt: string; missing: number }

/** Days before the due moment at which a body is reminded, and calendar days after it. */
export type ReminderDays = { before: readonly number[]; after: readonly number[] }

const DAY_MS = 86_400_000
/** What should have been said longer ago (a worker that stood still, a clock that was moved) is not said any more. */
export const STALE_DAYS = 3

/** The reminders due now: of several the latest only, so that nobody gets a pile. One a body and moment, not one an item. */
export function remindersFor(owing: readonly Owing[], days: ReminderDays, now: string): Notice[] {
  return owing.flatMap((owed) => reminderFor(owed, days, Date.parse(now)) ?? [])
}

/** Of the days before or after a moment the one whose reminder is due now; undefined: none is. */
export function dayToTell(dueAt: string, { before, after }: ReminderDays, now: number): Told | undefined {
  const due = Date.parse(dueAt)
  if (now < due) {
    const day = Math.min(...before.filter((ahead) => due - ahead * DAY_MS <= now))
    return Number.isFinite(day) ? { kind: 'due-soon', day } : undefined
  }
  const late = Math.round((Date.parse(dayOf(new Date(now).toISOString())) - Date.parse(dayOf(dueAt))) / DAY_MS)
  const day = Math.max(...after.filter((behind) => behind <= late && late < behind + STALE_DAYS))
  return Number.isFinite(day) ? { kind: 'overdue', day } : undefined
}
type Told = { kind: 'due-soon' | 'overdue'; day: number }

function reminderFor(owed: Owing, days: ReminderDays, now: number): Notice | undefined {
  const told = dayToTell(owed.dueAt, days, now)
  return told && notice(owed, told, now)
}

/** The moment is part of the key: who got more time is reminded of the new moment. */
function notice(owed: Owing, { kind, day }: Told, now: number): Notice {
  const { zone, body, region, period, dueAt, missing } = owed
  const until = minuteOf(dueAt)
  const text =
    kind === 'due-soon'
      ? `${periodLabel(period)}填报将于${until}截止，还有${missing}项尚未报送。`
      : `${periodLabel(period)}填报已于${until}截止，还有${missing}项尚未报送；逾期仍可填报，确有困难的请说明原因申请延期。`
  return {
    ...{ dedupeKey: `${kind}:${zone}:${body}:${period}:${dueAt}:${day}`, zone, body, kind, period, text },
    roles: ['reporter', 'coordinator'],
    href: `/office?period=${period}&region=${region}`,
    at: new Date(now).toISOString(),
  }
}
