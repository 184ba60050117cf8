import type { ReportKey } from '@lianxi/schema/commands/report'
import type { DutyExtended, ExtensionWithdrawn } from '@lianxi/schema/events/extensions'
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

/** `name`: of the subject; null: everything the body owes. */
type ToldOfExtension = { zone: string; name: string | null; at: string; key: string }

/** Who got more time hears until when and why. */
/** `key`: of the press, because the same moment may be given again after it was taken back. */
export function noticeOfExtension(extended: DutyExtended, { zone, name, at, key }: ToldOfExtension): Notice {
  const { body, region, period, subject, dueAt, reason } = extended
  return {
    ...{
      dedupeKey: `extended:${zone}:${body}:${period}:${subject ?? ''}:${dueAt}:${key}`,
      zone,
      body,
      kind: 'extended',
    },
    ...{ roles: ['reporter', 'approver', 'coordinator'], period, at },
    text: `${periodLabel(period)}${name ?? '全部事项'}延期至${minuteOf(dueAt)}。原因：${reason}`,
    href: `/office?period=${period}&region=${region}`,
  }
}

/** Who had more time hears that it was a mistake, why, and when it is due now. */
export function noticeOfWithdrawal(
  { body, region, period, dueAt, reason, withdrawnBy }: ExtensionWithdrawn,
  { zone, name, at, key, before }: ToldOfExtension & { before: string },
): Notice {
  const what = `${periodLabel(period)}${name ?? '全部事项'}延期至${minuteOf(dueAt)}`
  return {
    ...{ dedupeKey: `extension-withdrawn:${key}`, zone, body, kind: 'extended', period, at },
    roles: ['reporter', 'approver', 'coordinator'],
    text: `联席会议办公室${withdrawnBy}收回了${what}，截止时间为${minuteOf(before)}。原因：${short(reason)}`,
    href: `/office?period=${period}&region=${region}`,
  }
}

/** `name`: of the subject; null: everything the body owes. `bodyName`: of the office that asks. */
export type ToldOfAsk = Pick<DutyExtended, 'body' | 'region' | 'period' | 'reason'> & {
  zone: string
  id: string
  bodyName: string
  name: string | null
  until: string
  at: string
}
const wishOf = ({ period, name, until }: ToldOfAsk): string =>
  `${periodLabel(period)}${name ?? '全部事项'}延期至${until}`

/** The secretariat hears what an office asks for. */
export const noticeOfAsk = (ask: ToldOfAsk, secretariat: string): Notice => ({
  ...{ dedupeKey: `extension-asked:${ask.id}`, zone: ask.zone, body: secretariat, kind: 'extended' },
  ...{ roles: ['secretariat'], period: ask.period, at: ask.at },
  text: `${ask.bodyName}申请${wishOf(ask)}。原因：${short(ask.reason)}`,
  href: `/review/chasing?period=${ask.period}#asks`,
})

/** The office hears that it does not get what it asked for, and why; of what it gets the extension's own notice tells. */
export const noticeOfDeclined = (ask: ToldOfAsk, reply: string, person: string): Notice => ({
  ...{ dedupeKey: `extension-declined:${ask.id}`, zone: ask.zone, body: ask.body, kind: 'extended' },
  ...{ roles: ['reporter', 'approver', 'coordinator'], period: ask.period, at: ask.at },
  text: `联席会议办公室${person}没有同意${wishOf(ask)}的申请。原因：${short(reply)}`,
  href: `/office?period=${ask.period}&region=${ask.region}`,
})

/** Room for the rest of the sentence: a notice has 600 letters. */
const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

type Chased = {
  zone: string
  body: string
  /** Where its duties are. */
  regions: readonly string[]
  period: string
  missing: number
  /** Of the missing: filled in, and with the body's own approver. */
  awaiting: number
  /** What exactly is missing, as a short text that is another one for anything else. */
  of: string
  at: string
  by: string
}

/** What the key of a reminder of exactly this ends with: by it the last one is found. */
export const chasedOf = (of: string): string => `:${of}`

/** A reminder by hand. `key`: of the press, so that the same press writes it once. */
export function noticeOfChasing(chasing: Chased & { key: string }): Notice {
  const { missing, awaiting, of, by, regions, key, ...chased } = chasing
  const { period } = chased
  const [region] = regions
  return {
    ...chased,
    ...{ dedupeKey: `chased:${key}${chasedOf(of)}`, kind: 'chased', roles: ['reporter', 'approver', 'coordinator'] },
    text: `${by}催报：${periodLabel(period)}还有${missing}项尚未报送${todo(missing, awaiting)}`,
    // Of several regions the page chooses one its reader works for.
    href: `/office?period=${period}${region === undefined || regions.length > 1 ? '' : `&region=${region}`}`,
  }
}

/** Who has to act: whoever fills in, the approver, or both. */
function todo(missing: number, awaiting: number): string {
  if (awaiting === missing) return '，均已填报，待本单位审核，请审核人及时审核报送。'
  const waits = awaiting === 0 ? '' : `，其中${awaiting}项已填报，待本单位审核，请审核人及时审核`
  return `${waits}，请及时填报；确有困难的，请说明原因申请延期。`
}
