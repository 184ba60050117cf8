import type { ReportKey } from '@lianxi/schema/commands/report'
import type { DutyExtended } from '@lianxi/schema/events/extensions'
import { periodLabel } from '@lianxi/schema/period'
import type { Notice } from '@lianxi/schema/notice'
import type { ReportStep } from '../report/state'
import { dayOf, minuteOf } from '../time/calendar'

type Told = { id: string; key: ReportKey; body: string; name: string; version: number }

/** Who has to hear of a step of a report's life: its approvers, or who has to fill it in again. */
export function noticeOfStep(step: ReportStep, { id, key, body, name, version }: Told): Notice | undefined {
  const { zone, region, period, subject } = key
  const of = `${name}（${periodLabel(period)}）`
  const shared = { zone, body, period, at: step.at }
  const form = `/office?period=${period}&subject=${subject}&at=${period}&region=${region}`
  switch (step.type) {
    case 'submitted':
      // One a day and body: the queue says how many there are.
      return {
        ...shared,
        ...{ dedupeKey: `to-approve:${zone}:${body}:${dayOf(step.at)}`, kind: 'to-approve' },
        ...{ roles: ['approver', 'coordinator'], text: `有填报待审核，最早一条：${of}，${step.by.name}提交。` },
        href: `/review?region=${region}`,
      }
    case 'sent-back':
      return {
        ...shared,
        ...{ dedupeKey: `returned:${id}:${version}`, kind: 'returned' },
        ...{ roles: ['reporter', 'coordinator'], text: `${of}未通过审核，${step.by.name}退回：${step.reason}` },
        href: form,
      }
    case 'returned':
      return {
        ...shared,
        ...{ dedupeKey: `returned:${id}:${version}`, kind: 'returned' },
        ...{ roles: ['reporter', 'approver', 'coordinator'], text: `${of}被退回重报：${step.reason}` },
        href: form,
      }
    case 'draft-saved':
    case 'withdrawn':
    case 'published':
    case 'correction-started':
    case 'correction-dropped':
      return undefined
    default:
      return step satisfies never
  }
}

/** Who got more time hears until when and why. */
export function noticeOfExtension(zone: string, extended: DutyExtended, name: string | null, at: string): Notice {
  const { body, region, period, subject, dueAt, reason } = extended
  return {
    ...{ dedupeKey: `extended:${zone}:${body}:${period}:${subject ?? ''}:${dueAt}`, zone, body, kind: 'extended' },
    ...{ roles: ['reporter', 'approver', 'coordinator'], period, at },
    text: `${periodLabel(period)}${name ?? '全部事项'}延期至${minuteOf(dueAt)}。原因：${reason}`,
    href: `/office?period=${period}&region=${region}`,
  }
}

type Chased = {
  zone: string
  body: string
  region: string
  period: string
  missing: number
  /** What exactly is missing, as a short text that is another one for anything else. */
  of: string
  at: string
  by: string
}

/** What the key of a reminder of exactly this ends with: by it the last one is found. */
export const chasedOf = (of: string): string => `:${of}`

/** A reminder by hand. `key`: of the press, so that the same press writes it once. */
export function noticeOfChasing({ missing, of, by, region, key, ...chased }: Chased & { key: string }): Notice {
  const { period } = chased
  return {
    ...chased,
    ...{ dedupeKey: `chased:${key}${chasedOf(of)}`, kind: 'chased', roles: ['reporter', 'approver', 'coordinator'] },
    text: `${by}催报：${periodLabel(period)}还有${missing}项尚未报送，请及时填报；确有困难的，请说明原因申请延期。`,
    href: `/office?period=${period}&region=${region}`,
  }
}
