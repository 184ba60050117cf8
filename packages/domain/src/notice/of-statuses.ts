import type { AnswerObjection, ObjectToStatus, WithdrawObjection } from '@lianxi/schema/commands/status'
import type { Notice } from '@lianxi/schema/notice'
import { type Period, periodLabel } from '@lianxi/schema/period'
import { objectionOutcome, status as statuses, type Status } from '@lianxi/schema/status-vocabulary'
import type { SubjectKind } from '@lianxi/schema/vocabulary'

/** Of which cell people hear, and which body; null: nobody carries it. */
export type ToldOfStatus = {
  zone: string
  subject: string
  region: string
  period: Period
  kind: SubjectKind
  name: string
  body: string | null
  at: string
}

type Key = { idempotencyKey: string; reason: string }

const OFFICE: Notice['roles'] = ['reporter', 'approver', 'coordinator']
/** Room for the rest of the sentence: a notice has 600 letters. */
const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

function tell(
  { zone, subject, period, kind, name, body, at }: ToldOfStatus,
  { dedupeKey, roles, text }: Pick<Notice, 'dedupeKey' | 'roles' | 'text'>,
): Notice | undefined {
  if (body === null) return undefined
  const about = `${name}（${periodLabel(period)}）`
  const href = `/board/${kind}s/${subject}`
  return { dedupeKey, zone, body, kind: 'status', roles, period, text: `${about}${text}`, href, at }
}

/** Who carries the item hears what the secretariat set, or that it was taken back (`status` null). */
export const noticeOfOverride = (
  told: ToldOfStatus,
  { idempotencyKey, reason, status }: Key & { status: Status | null },
  person: string,
): Notice | undefined =>
  tell(told, {
    dedupeKey: `overridden:${idempotencyKey}`,
    roles: OFFICE,
    text:
      status === null
        ? `的人工认定已由联席会议办公室${person}收回，状态按规则判定。理由：${short(reason)}`
        : `的状态由联席会议办公室${person}认定为“${statuses.labels[status]}”。理由：${short(reason)}`,
  })

/** The secretariat hears of an objection. */
export const noticeOfObjection = (
  told: ToldOfStatus,
  { idempotencyKey, status, override, text }: Pick<ObjectToStatus, 'idempotencyKey' | 'status' | 'override' | 'text'>,
  person: string,
): Notice | undefined =>
  tell(told, {
    dedupeKey: `objected:${idempotencyKey}:${told.subject}:${told.period}`,
    roles: ['secretariat'],
    text:
      override === undefined
        ? `判定为“${statuses.labels[status]}”，${person}提出异议：${short(text)}`
        : `的人工认定，${person}提出异议：${short(text)}`,
  })

/** The secretariat hears that there is nothing to answer any more. */
export const noticeOfObjectionWithdrawn = (
  told: ToldOfStatus,
  { idempotencyKey, reason }: Pick<WithdrawObjection, 'idempotencyKey' | 'reason'>,
  person: string,
): Notice | undefined =>
  tell(told, {
    dedupeKey: `objection-withdrawn:${idempotencyKey}`,
    roles: ['secretariat'],
    text: `的状态异议，${person}已撤回：${short(reason)}`,
  })

/** The secretariat hears that what it set is over by itself: its day has passed, or another report came. */
export const noticeOfOverrideOver = (
  told: ToldOfStatus,
  { event, status, endsAt }: { event: string; status: Status; endsAt: string | null },
  now: Status,
): Notice | undefined =>
  tell(told, {
    dedupeKey: `override-over:${event}`,
    roles: ['secretariat'],
    text: `的人工认定“${statuses.labels[status]}”${endsAt === null ? '因有新的填报' : '已到期'}，不再有效，现按规则判定为“${statuses.labels[now]}”。`,
  })

/** The objecting body hears what became of it. */
export const noticeOfAnswer = (
  told: ToldOfStatus,
  { idempotencyKey, outcome, reason }: Pick<AnswerObjection, 'idempotencyKey' | 'outcome' | 'reason'>,
  person: string,
): Notice | undefined =>
  tell(told, {
    dedupeKey: `objection-answered:${idempotencyKey}`,
    roles: OFFICE,
    text: `的状态异议，联席会议办公室${person}答复：${objectionOutcome.labels[outcome]}。${short(reason)}`,
  })
