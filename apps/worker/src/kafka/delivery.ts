import type { MessageHeaders } from '@lianxi/schema/events/read-envelope'

export type Position = { topic: string; partition: number }
export type StoredMessage = {
  offset: bigint
  key: Buffer | null
  value: Buffer | null
  headers: MessageHeaders
  appendedAt: Date
}
export type Delivery = Position & {
  messages: StoredMessage[]
  highWatermark: bigint
  /** False when the group moved on or somebody sought: what is left must not be applied from this delivery. */
  isCurrent: () => boolean
  /** After COMMIT only: everything up to and including `lastOffset` is in the database. */
  resolve: (lastOffset: bigint) => Promise<void>
}
