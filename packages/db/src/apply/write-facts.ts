import type { ParsedEvent } from '@lianxi/schema/events/parse'
import type { ClientBase } from 'pg'
import { FACT } from './tables'
import { writeReferenceInTx } from './write-versioned'

/** Where the fact that an event says stands. */
export type FactKey = { zone: string; kind: string; code: string }

/** Writes what events say as facts; of each key the last one counts. No cell of the board depends on them. */
export async function writeFactsInTx<Event extends ParsedEvent>(
  tx: ClientBase,
  stamp: string,
  events: readonly Event[],
  keyOf: (event: Event) => FactKey,
): Promise<void> {
  const rows = new Map(
    events.map((event) => {
      const key = keyOf(event)
      return [`${key.zone} ${key.kind} ${key.code}`, { ...key, doc: event.data, event_id: event.envelope.id }]
    }),
  )
  await writeReferenceInTx(tx, FACT, stamp, [...rows.values()])
}
