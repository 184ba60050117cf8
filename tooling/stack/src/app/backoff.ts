/** Half a second, doubled with every restart in a row, at most 30 s: a broken app must not keep two cores busy. */
export const backoffMs = (restartsInARow: number): number =>
  Math.min(500 * 2 ** Math.max(0, restartsInARow - 1), 30_000)

/** An app that never became ready is misconfigured, not unlucky: three attempts, then the person is told. */
export const mayGiveUp = (state: { wasReady: boolean; restarts: number }): boolean =>
  !state.wasReady && state.restarts >= 3
