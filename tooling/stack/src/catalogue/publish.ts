import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { catalogueEvents } from '@lianxi/catalog/events/catalogue-events'
import { getCatalogue } from '@lianxi/catalog/load'
import { insertOutboxInTx, type OutgoingEvent } from '@lianxi/db/outbox/insert'
import { encodeEvent } from '@lianxi/schema/events/encode'

const PREFIX = 'catalogue'
/** Any number that nobody else uses: two publishers of the catalogue wait for each other. */
const LOCK = 5_104_005

type Published = { hash: string; versions: number }

/**
 * Publishes the catalogue on the zones' plan topics through the outbox: what is new or has changed since it was last
 * published, and nothing else. Calling it again is harmless. Instants in the events are domain time.
 * @param pool a role that may read and write the outbox
 * @returns how many facts were put into the outbox
 */
export async function publishCatalogue(pool: Pool): Promise<{ published: number }> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const { rows: clock } = await client.query<{ now: Date }>('SELECT clock() AS now')
    const { rows } = await client.query<{ key: string }>(
      'SELECT dedupe_key AS key FROM outbox WHERE starts_with(dedupe_key, $1) ORDER BY id',
      [`${PREFIX}:`],
    )
    const events = changedFacts(lastPublished(rows.map(({ key }) => key)), clock[0]?.now ?? new Date())
    await insertOutboxInTx((sql, parameters) => client.query(sql, parameters), events)
    await client.query('COMMIT')
    client.release()
    return { published: events.length }
  } catch (error) {
    client.release(true) // closing the connection rolls back
    throw error
  }
}

/** `catalogue:<topic>:<type>:<code>:<version>:<hash>`, oldest first; the last one of a fact counts. */
function lastPublished(keys: string[]): Map<string, Published> {
  const facts = new Map<string, Published>()
  for (const key of keys) {
    const parts = key.split(':')
    const hash = parts.pop() ?? ''
    const versions = Number(parts.pop())
    facts.set(parts.join(':'), { hash, versions })
  }
  return facts
}

function changedFacts(last: Map<string, Published>, now: Date): OutgoingEvent[] {
  return catalogueEvents(getCatalogue()).flatMap(({ zone, events }) =>
    events.flatMap((event): OutgoingEvent[] => {
      const encoded = encodeEvent(event, { id: uuidv7(), zone, source: `${zone}-LXB`, time: now.toISOString() })
      const fact = [PREFIX, encoded.topic, event.type, encoded.key].join(':')
      const hash = createHash('sha256').update(encoded.value).digest('hex').slice(0, 32)
      const before = last.get(fact)
      if (before?.hash === hash) return []
      return [{ ...encoded, dedupeKey: `${fact}:${(before?.versions ?? 0) + 1}:${hash}` }]
    }),
  )
}
