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
  /** Messages behind the high watermark, as of the last delivery or probe. */
  readonly lag: Map<string, number>
  readonly counters: { events: number; parked: number; duplicates: number; gaps: number; chunks: number }
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
    lag: new Map(),
    counters: { events: 0, parked: 0, duplicates: 0, gaps: 0, chunks: 0 },
  }
}
