/** Nearest-rank percentile, `share` from 0 to 1; every figure named is one that was measured. */
export function percentile(sorted: readonly number[], share: number): number {
  const figure = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (figure === undefined) throw new Error('a percentile needs at least one figure')
  return figure
}

export type Spread = { n: number; p50: number; p95: number; p99: number; max: number }

/** Milliseconds, rounded to whole ones. */
export function spread(durationsMs: readonly number[]): Spread {
  const sorted = [...durationsMs].sort((a, b) => a - b)
  const at = (share: number) => Math.round(percentile(sorted, share))
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}
