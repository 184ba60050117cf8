import type { MessageHeaders } from '@lianxi/schema/events/read-envelope'

/** A message as a Kafka client delivers it, with the moment at which the broker stored it. */
export type IncomingMessage = {
  offset: bigint
  key: Buffer | null
  value: Buffer | null
  headers: MessageHeaders
  appendedAt: Date
}

export type Position = { topic: string; partition: number }

/** Messages of one partition in offset order. `highWatermark`: the offset the broker will give to the next message. */
export type IncomingChunk = Position & {
  messages: readonly IncomingMessage[]
  highWatermark: bigint
  /** True after seeking back was in vain: the missing messages are gone, go on and count the gap. */
  acceptGap: boolean
  /** When this became known, if that was not now: the board's stamp follows it. */
  moment?: Date
}

/** `stamp`: the board's clock at this commit, ISO 8601 with microseconds. */
export type Applied = {
  kind: 'applied'
  nextOffset: bigint
  stamp: string
  events: number
  duplicates: number
  parked: number
  gap: boolean
}

export type ChunkResult =
  | Applied
  /** Every message was applied before. */
  | { kind: 'nothing'; nextOffset: bigint }
  /** Another worker's transaction holds the fence of this partition. */
  | { kind: 'held' }
  /** The topic ends before what was applied from it: it was recreated, a person must look. */
  | { kind: 'recreated'; nextOffset: bigint }
  /** The chunk starts behind the next expected offset. */
  | { kind: 'gap'; nextOffset: bigint }
  /** A message makes the transaction fail: apply one by one to find and park it. */
  | { kind: 'unappliable'; error: Error }
