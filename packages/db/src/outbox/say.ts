import { type EncodedEvent, encodeEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { v7 as uuidv7 } from 'uuid'
import { type Tx, textIn } from '../client'
import { insertOutboxInTx } from './insert'

/** Who says it, for which zone, and when in domain time (ISO 8601). */
export type Saying = { zone: string; source: string; time: string }

/** Says new events, in order, in the transaction of the fact they tell; gives them as they will go out. */
export async function sayInTx(tx: Tx, saying: Saying, events: readonly LianxiEvent[]): Promise<EncodedEvent[]> {
  const encoded = events.map((event) => encodeEvent(event, { id: uuidv7(), ...saying }))
  await insertOutboxInTx(textIn(tx), encoded)
  return encoded
}
