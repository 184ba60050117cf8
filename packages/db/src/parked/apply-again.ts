import { findTopic } from '@lianxi/schema/topics'
import type { ClientBase } from 'pg'
import { takeBoardInTx } from '../apply/board-clock'
import type { IncomingMessage, Position } from '../apply/incoming'
import { refoldInTx } from '../apply/refold'
import { sortMessages, type Candidate } from '../apply/sort-messages'
import { insertEventsInTx } from '../apply/store-events'

/** What became of a message that was tried again; `parked`: still wrong, with the reason it has now. */
export type Tried =
  | { outcome: 'applied' | 'duplicate'; detail: null }
  | { outcome: 'parked'; reason: string; detail: string }

/**
 * Tries parked messages of one partition again, in the same transaction rules as a delivery: same parse, the topic's
 * fence, an event once per id, the board's clock, fold, history, NOTIFY. They keep their offsets, which lie below what
 * the topic has since: so every subject they touch is folded again from nothing, in the topic's order, and the board is
 * the one it would be if they had been good from the beginning. The topic's next offset stays.
 */
export async function applyAgainInTx(
  tx: ClientBase,
  position: Position,
  messages: readonly IncomingMessage[],
): Promise<Map<IncomingMessage, Tried>> {
  const sorted = await sortMessages(position, messages)
  // Here the fence is waited for: the consumer holds it for one chunk, and nothing else is kept waiting by this.
  await tx.query('SELECT FROM consumer_offset WHERE topic = $1 AND partition = $2 FOR UPDATE', [
    position.topic,
    position.partition,
  ])
  const drawn = await tx.query<{ id: string }>(`SELECT nextval('chunk_number') AS id`)
  const chunkId = drawn.rows[0]?.id ?? ''
  const { fresh, reused } = await insertEventsInTx(tx, position, chunkId, sorted)
  if (fresh.length > 0) await putOnBoardInTx(tx, position, chunkId, fresh)
  const tried = new Map<IncomingMessage, Tried>()
  for (const { message } of [...sorted.candidates, ...sorted.again]) {
    tried.set(message, { outcome: 'duplicate', detail: null })
  }
  for (const { message } of fresh) tried.set(message, { outcome: 'applied', detail: null })
  for (const { message, reason, detail } of [...sorted.parked, ...reused]) {
    tried.set(message, { outcome: 'parked', reason, detail })
  }
  return tried
}

async function putOnBoardInTx(
  tx: ClientBase,
  { topic: name }: Position,
  chunkId: string,
  fresh: readonly Candidate[],
): Promise<void> {
  const topic = findTopic(name)
  if (topic === undefined) throw new Error(`${name} is no topic of the contract, yet its messages were parsed`)
  const { stamp } = await takeBoardInTx(tx, { events: fresh.length, writes: 'any' })
  await refoldInTx(
    tx,
    { topic, stamp, chunkId },
    fresh.map(({ event }) => event),
  )
  const offsets = fresh.map(({ message }) => message.offset).sort((a, b) => (a < b ? -1 : 1))
  await tx.query(
    `INSERT INTO chunk (id, topic, from_offset, to_offset, events, parked, stamp) VALUES ($1, $2, $3, $4, $5, 0, $6)`,
    [chunkId, name, String(offsets[0]), String(offsets.at(-1)), fresh.length, stamp],
  )
  await tx.query(`SELECT pg_notify('board', $1)`, [stamp])
}
