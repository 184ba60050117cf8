/** A record batch is one message to the broker: it must stay below `max.message.bytes` of the topics (262,144). */
const MAX_BATCH_BYTES = 200_000
/** Keys, headers and framing of one record. */
const RECORD_OVERHEAD_BYTES = 1_000

/** Cuts rows into runs, in order, each small enough for one record batch. A single large row is a run of its own. */
export function recordBatches<Row extends { value: string }>(rows: readonly Row[]): Row[][] {
  const batches: Row[][] = []
  let current: Row[] = []
  let bytes = 0
  for (const row of rows) {
    const size = Buffer.byteLength(row.value) + RECORD_OVERHEAD_BYTES
    if (current.length > 0 && bytes + size > MAX_BATCH_BYTES) {
      batches.push(current)
      current = []
      bytes = 0
    }
    current.push(row)
    bytes += size
  }
  if (current.length > 0) batches.push(current)
  return batches
}
