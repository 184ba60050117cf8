export type RelayStatus = {
  readonly startedAt: Date
  /** End of the last pass that read the outbox, also of one that found nothing or another relay at work. */
  lastPassAt: Date | undefined
  published: number
  refused: number
  /** Topics that could not be written, with the reason and when they are tried again. */
  readonly failing: Map<string, { reason: string; failures: number; nextTryAt: Date }>
}

export const createRelayStatus = (now: Date): RelayStatus => ({
  startedAt: now,
  lastPassAt: undefined,
  published: 0,
  refused: 0,
  failing: new Map(),
})
