import type { ParsedEvent } from '@lianxi/schema/events/parse'
import type { ClientBase } from 'pg'
import { writeFactsInTx } from './write-facts'

const FACT_EVENTS = [
  'lianxi.status.overridden.v1',
  'lianxi.status.override-withdrawn.v1',
  'lianxi.status.override-ended.v1',
  'lianxi.status.objection-answered.v1',
  'lianxi.disagreement.settled.v1',
  'lianxi.meeting.held.v1',
  'lianxi.meeting.struck.v1',
] as const
type MeetingFact = Extract<ParsedEvent, { type: (typeof FACT_EVENTS)[number] }>

const types: ReadonlySet<string> = new Set(FACT_EVENTS)
export const isMeetingFact = (event: ParsedEvent): event is MeetingFact => types.has(event.type)

/** What ends or answers something names it by the event's id: an end can never meet another override. */
function factOf(event: MeetingFact): { kind: string; code: string } {
  switch (event.type) {
    case 'lianxi.status.overridden.v1':
      return { kind: 'status-override', code: event.envelope.id }
    case 'lianxi.disagreement.settled.v1':
      return { kind: 'disagreement-settled', code: event.envelope.id }
    case 'lianxi.meeting.held.v1':
    case 'lianxi.meeting.struck.v1':
      return { kind: 'meeting', code: event.data.code }
    case 'lianxi.status.override-withdrawn.v1':
    case 'lianxi.status.override-ended.v1':
      return { kind: 'status-override-ended', code: event.data.override }
    case 'lianxi.status.objection-answered.v1':
      return { kind: 'status-objection-answered', code: event.data.objection }
    default:
      return event satisfies never
  }
}

/** Facts the secretariat says beside the reports; no cell of the board depends on them. */
export async function foldMeetingFactsInTx(
  tx: ClientBase,
  zone: string,
  stamp: string,
  events: readonly MeetingFact[],
): Promise<void> {
  await writeFactsInTx(tx, stamp, events, (event) => ({ zone, ...factOf(event) }))
}
