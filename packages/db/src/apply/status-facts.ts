import type { ParsedEvent } from '@lianxi/schema/events/parse'
import type { ClientBase } from 'pg'
import { FACT } from './tables'
import { writeReferenceInTx } from './write-versioned'

const STATUS_EVENTS = [
  'lianxi.status.overridden.v1',
  'lianxi.status.override-withdrawn.v1',
  'lianxi.status.override-ended.v1',
  'lianxi.status.objection-answered.v1',
] as const
type StatusEvent = Extract<ParsedEvent, { type: (typeof STATUS_EVENTS)[number] }>

const types: ReadonlySet<string> = new Set(STATUS_EVENTS)
export const isStatusEvent = (event: ParsedEvent): event is StatusEvent => types.has(event.type)

/** What the secretariat says of a status names what it is about by the event's id: an end can never meet another override. */
function factOf(event: StatusEvent): { kind: string; code: string } {
  switch (event.type) {
    case 'lianxi.status.overridden.v1':
      return { kind: 'status-override', code: event.envelope.id }
    case 'lianxi.status.override-withdrawn.v1':
    case 'lianxi.status.override-ended.v1':
      return { kind: 'status-override-ended', code: event.data.override }
    case 'lianxi.status.objection-answered.v1':
      return { kind: 'status-objection-answered', code: event.data.objection }
    default:
      return event satisfies never
  }
}

/** Facts for the judge; no cell of the board depends on them. */
export async function foldStatusFactsInTx(
  tx: ClientBase,
  zone: string,
  stamp: string,
  events: readonly StatusEvent[],
): Promise<void> {
  const rows = new Map(
    events.map((event) => {
      const key = factOf(event)
      return [`${key.kind} ${key.code}`, { zone, ...key, doc: event.data, event_id: event.envelope.id }]
    }),
  )
  await writeReferenceInTx(tx, FACT, stamp, [...rows.values()])
}
