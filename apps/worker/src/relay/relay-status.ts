export type Failing = { reason: string; failures: number; since: Date; nextTryAt: Date }
export type RelayStatus = {
  readonly startedAt: Date
  /** End of the last look, successful or not: the loop turns. */
  lastTurnAt: Date | undefined
  /** End of the last pass that read the outbox, also of one that found nothing or another relay at work. */
  lastPassAt: Date | undefined
  /** Why the broker could not even be connected to, and since when. */
  unreachable: { reason: string; since: Date } | undefined
  published: number
  refused: number
  /** Topics that could not be written, with the reason and when they are tried again. */
  readonly failing: Map<string, Failing>
}

export const createRelayStatus = (now: Date): RelayStatus => ({
  startedAt: now,
  lastTurnAt: undefined,
  lastPassAt: undefined,
  unreachable: undefined,
  published: 0,
  refused: 0,
  failing: new Map(),
})
