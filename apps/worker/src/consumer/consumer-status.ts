export type ConsumerStatus = {
  readonly startedAt: Date
  joined: boolean
  /** The list of topics was read at least once. */
  listed: boolean
  /** False while no topic exists that this worker could read. */
  expectsTopics: boolean
  lastFetchAt: Date | undefined
  lastCommitAt: Date | undefined
  crashed: string | undefined
  /** Topics the group gave to this worker although it does not know them yet. */
  unsubscribed: readonly string[]
  /** Topics that wait and try again by themselves, with the reason. */
  readonly waiting: Map<string, string>
  /** Topics that stay stopped until a person has looked, with the reason. */
  readonly halted: Map<string, string>
  /** Since when a waiting or halted topic is so. */
  readonly heldSince: Map<string, Date>
  /** Messages behind the high watermark, as of the last delivery or probe, of the topics this worker has now. */
  readonly lag: Map<string, number>
  /** Since when anything of it lies unapplied. */
  behindSince: Date | undefined
  readonly counters: { events: number; parked: number; duplicates: number; gaps: number; chunks: number }
  /** Told of every transaction; the metrics listen. */
  onChunk: (chunk: { messages: number; seconds: number }) => void
}

/** What the consumer knows about itself; health and metrics read it, only the consumer writes it. */
export function createConsumerStatus(now: Date): ConsumerStatus {
  return {
    startedAt: now,
    joined: false,
    listed: false,
    expectsTopics: false,
    lastFetchAt: undefined,
    lastCommitAt: undefined,
    crashed: undefined,
    unsubscribed: [],
    waiting: new Map(),
    halted: new Map(),
    heldSince: new Map(),
    lag: new Map(),
    behindSince: undefined,
    counters: { events: 0, parked: 0, duplicates: 0, gaps: 0, chunks: 0 },
    onChunk: () => undefined,
  }
}

/** How far a topic is behind now; a halted one does not make the others late. */
export function noteLag(status: ConsumerStatus, topic: string, behind: bigint): void {
  status.lag.set(topic, behind > 0n ? Number(behind) : 0)
  const late = [...status.lag].some(([name, lag]) => lag > 0 && !status.halted.has(name))
  if (!late) status.behindSince = undefined
  else status.behindSince ??= new Date()
}
