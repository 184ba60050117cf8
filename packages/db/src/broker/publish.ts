import { encodeEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { v7 as uuidv7 } from 'uuid'
import { sql, type Tx } from '../client'
import { insertOutboxInTx } from '../outbox/insert'
import { SYSTEM_BODY } from '../people/create-admin'

/**
 * Puts an administrator's events on the zone's plan topic. One zone's are written one after the other, so that each
 * was decided on what the one before it left (the lock is held to the end of the transaction).
 */
export async function publishInTx(tx: Tx, zone: string, events: readonly LianxiEvent[]): Promise<void> {
  const [clock] = await tx.$queryRaw<{ now: Date }[]>(sql`SELECT clock() AS now`)
  if (clock === undefined) throw new Error('clock() gave no row')
  const saying = { zone, source: SYSTEM_BODY.body, time: clock.now.toISOString() }
  const encoded = events.map((event) => encodeEvent(event, { id: uuidv7(), ...saying }))
  await insertOutboxInTx((text, parameters) => tx.$queryRawUnsafe(text, ...parameters), encoded)
}

/** Held until the end of the transaction: two administrators decide about one zone or region one after the other. */
export async function lockPlaceInTx(tx: Tx, place: string): Promise<void> {
  await tx.$queryRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`place ${place}`}, 4))::text`)
}
