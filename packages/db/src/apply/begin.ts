/**
 * Begins a transaction of the write path. A chunk asks for up to 2,000 rows by key. The planner, without knowing how few
 * that is, would rather read and hash the whole table; key by key is never worse than a few milliseconds and does not
 * grow with the board.
 * It would also spill two thousand cells to disk.
 */
export const BEGIN = `BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
  SET LOCAL work_mem = '32MB'`
