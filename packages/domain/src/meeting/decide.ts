import type { MeetingDeed } from '@lianxi/schema/commands/meeting'
import type { MeetingHeld } from '@lianxi/schema/events/meetings'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { spanOf } from '@lianxi/schema/moment'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import { refuse } from '../report/refusal'
import { minuteOf } from '../time/calendar'

/** An entry as it stands; `held` null: it was struck. `seen`: the event that said it last. */
export type KnownMeeting = { code: string; seen: string; held: MeetingHeld | null }

/** `documents`: codes of the zone's minutes and decisions. `underWay`: something said of meetings is not on the board yet. */
export type MeetingContext = {
  zone: string
  meetings: readonly KnownMeeting[]
  documents: ReadonlySet<string>
  underWay: boolean
  by: string
  person: string
  today: string
  now: string
}
export type MeetingDecision = { ok: true; publish: LianxiEvent } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, field: string | null = null, detail = ''): MeetingDecision => ({
  ok: false,
  refusal: refuse(code, field, detail),
})

/** Whether the secretariat may say this of a joint meeting, and the event that tells it. */
export function decideMeeting(deed: MeetingDeed, context: MeetingContext): MeetingDecision {
  if (context.underWay) return refused('meeting-changed')
  const { by, person, today: on } = context
  const known = context.meetings.find(({ code }) => code === deed.code)
  if (deed.code !== null && (known === undefined || known.held === null || known.seen !== deed.seen))
    return refused('meeting-changed')
  if (deed.type === 'record') return record(deed, known?.held ?? null, context)
  const data = { code: deed.code, reason: deed.reason.trim(), by, person, on }
  return { ok: true, publish: { type: 'lianxi.meeting.struck.v1', data } }
}

type Record = Extract<MeetingDeed, { type: 'record' }>

function record(deed: Record, before: MeetingHeld | null, context: MeetingContext): MeetingDecision {
  const { meetings, documents, by, person, today: on, now } = context
  const { minutes } = deed
  const heldAt = spanOf(deed.heldAt).from
  if (Date.parse(heldAt) > Date.parse(now)) return refused('day-in-future', 'heldAt')
  if (minutes !== null && !documents.has(minutes)) return refused('meeting-minutes', 'minutes')
  const [title, place, note] = [deed.title.trim(), deed.place.trim(), deed.note.trim()]
  const same = meetings.find(({ code, held }) => held?.heldAt === heldAt && code !== deed.code)?.held
  if (same !== null && same !== undefined)
    return refused('meeting-same-time', 'heldAt', `${same.title}（${minuteOf(heldAt)}）`)
  const said = { title, heldAt, place, minutes, note }
  if (before !== null && isSame(before, said)) return refused('meeting-unchanged')
  const codes = meetings.map(({ code }) => code)
  const data = { code: deed.code ?? nextMeetingCode(context.zone, codes), ...said, by, person, on }
  return { ok: true, publish: { type: 'lianxi.meeting.held.v1', data } }
}

const SAID = ['title', 'heldAt', 'place', 'minutes', 'note'] as const
const isSame = (one: MeetingHeld, other: Pick<MeetingHeld, (typeof SAID)[number]>): boolean =>
  SAID.every((field) => one[field] === other[field])

/** The code of a zone's next meeting. Numbers are not reused: what was struck keeps its own. */
export function nextMeetingCode(zone: string, codes: readonly string[]): string {
  const last = Math.max(0, ...codes.map((code) => Number(/-HY-(\d+)$/.exec(code)?.[1] ?? 0)))
  return `${zone}-HY-${String(last + 1).padStart(3, '0')}`
}

/** The last of meetings that had begun at a moment; undefined: there was none. */
export const lastBefore = <Held extends { heldAt: string }>(meetings: readonly Held[], now: Date): Held | undefined =>
  meetings
    .filter(({ heldAt }) => Date.parse(heldAt) <= now.getTime())
    .reduce<Held | undefined>((last, one) => (last === undefined || one.heldAt > last.heldAt ? one : last), undefined)
