import type { Notice } from '@lianxi/schema/notice'
import type { Role } from '@lianxi/schema/vocabulary'
import { dayToTell, type ReminderDays } from './reminders'

/** `office`: the region's coordinating office; null: none is listed. */
type Party = { name: string; office: string | null }

/** A handover (衔接节点) that is neither reached nor dropped. `name`: of the project. */
export type OpenHandover = {
  zone: string
  code: string
  subject: string
  name: string
  what: string
  /** Its last day, in China. */
  dueOn: string
  giver: Party
  receiver: Party
  secretariat: string | null
}

/** The day's end in China: 24:00 is 16:00 UTC. */
const endOf = (day: string): string => `${day}T15:59:59.999Z`

/**
 * Reminders of handovers on the same days as of reports: giver and receiver before the agreed day and after it, the
 * secretariat when it has passed. Once a body, handover, agreed day and distance from it.
 */
export function handoverReminders(open: readonly OpenHandover[], days: ReminderDays, now: string): Notice[] {
  return open.flatMap((handover) => remindersOf(handover, days, now))
}

function remindersOf(handover: OpenHandover, days: ReminderDays, now: string): Notice[] {
  const { zone, code, subject, dueOn, giver, receiver, secretariat } = handover
  const told = dayToTell(endOf(dueOn), days, Date.parse(now))
  if (told === undefined) return []
  const late = told.kind === 'overdue'
  const to = (body: string | null, roles: Role[]): Notice[] =>
    body === null
      ? []
      : [
          {
            ...{ dedupeKey: `handover:${told.kind}:${zone}:${code}:${dueOn}:${told.day}:${body}`, zone, body, roles },
            ...{ kind: 'handover', period: null, text: textOf(handover, late), at: now },
            href: `/board/projects/${subject}#handovers`,
          },
        ]
  const office: Role[] = ['reporter', 'approver', 'coordinator']
  return [
    ...to(giver.office, office),
    ...to(receiver.office, office),
    ...(late ? to(secretariat, ['secretariat']) : []),
  ]
}

function textOf({ name, what, dueOn, giver, receiver }: OpenHandover, late: boolean): string {
  const between = `${giver.name}向${receiver.name}移交“${what}”（${name}）`
  return late
    ? `衔接节点已过约定日期${dueOn}，尚未登记完成：${between}。已移交的请告知联席会议办公室登记；有困难的请说明情况。`
    : `衔接节点将于${dueOn}到期：${between}。`
}
