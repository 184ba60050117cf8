import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { SYSTEM_BODY } from '../people/create-admin'
import { readNow } from '../readers/moment/stream-state'

/**
 * Puts an administrator's events on the zone's plan topic. One zone's are written one after the other, so that each
 * was decided on what the one before it left (the lock is held to the end of the transaction).
 */
export async function publishInTx(tx: Tx, zone: string, events: readonly LianxiEvent[]): Promise<void> {
  await sayInTx(tx, { zone, source: SYSTEM_BODY.body, time: (await readNow(tx)).toISOString() }, events)
}

/** Held until the end of the transaction: two administrators decide about one zone or region one after the other. */
export async function lockPlaceInTx(tx: Tx, place: string): Promise<void> {
  await tx.$queryRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`place ${place}`}, 4))::text`)
}
