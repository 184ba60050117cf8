import { type Finding, lost, type Reading, wrong } from './findings'

/** The chunks of a topic lie end to end, and their stamps rise with them. */
const CHUNKS = `
  SELECT topic, from_offset::text AS at FROM (
    SELECT topic, from_offset, to_offset, stamp, lag(to_offset) OVER w AS before, lag(stamp) OVER w AS earlier
    FROM chunk WINDOW w AS (PARTITION BY topic ORDER BY from_offset, to_offset)) c
  WHERE from_offset <> coalesce(before + 1, 0) OR to_offset < from_offset OR stamp <= earlier LIMIT 100`

const SUMS = `
  SELECT (SELECT count(*) FROM ingested_event)::int AS events, (SELECT count(*) FROM parked_message)::int AS parked,
         (SELECT coalesce(sum(events), 0) FROM chunk)::int AS chunk_events,
         (SELECT coalesce(sum(parked), 0) FROM chunk)::int AS chunk_parked,
         (SELECT count(*) - count(DISTINCT stamp) FROM chunk)::int AS shared_stamps,
         b.events::int AS clock_events, b.last_stamp = greatest((SELECT max(stamp) FROM chunk),
           (SELECT max(stamp) FROM judgement)) AS clock_is_last
  FROM board_clock b`
type Sums = {
  events: number
  parked: number
  chunk_events: number
  chunk_parked: number
  shared_stamps: number
  clock_events: number
  clock_is_last: boolean
}

const OUTBOX = `
  SELECT o.event_id::text AS id, o.topic, o.published_at IS NULL AS waiting, o.refused_reason AS refused
  FROM outbox o LEFT JOIN ingested_event e ON (e.topic, e.event_id) = (o.topic, o.event_id)
  WHERE o.published_at IS NULL OR o.refused_reason IS NOT NULL OR e.event_id IS NULL LIMIT 100`

/**
 * The worker's own books agree with each other, with the outbox and with the ends of the topics.
 * @param ends where each topic ends, as the broker says
 */
export async function checkBooks(database: Reading, ends: ReadonlyMap<string, number>): Promise<Finding[]> {
  const chunks = await database.query<{ topic: string; at: string }>(CHUNKS)
  const outbox = await database.query<{ id: string; topic: string; waiting: boolean; refused: string | null }>(OUTBOX)
  const why = (waiting: boolean, refused: string | null) => refused ?? (waiting ? 'never published' : 'not stored')
  return [
    ...chunks.rows.map(({ topic, at }) => wrong(`the chunk of ${topic} from ${at} does not join the one before`)),
    ...(await sums(database)),
    ...outbox.rows.map(({ id, topic, waiting, refused }) =>
      lost(`${topic} ${id} of the outbox: ${why(waiting, refused)}`),
    ),
    ...(await offsets(database, ends)),
  ]
}

async function sums(database: Reading): Promise<Finding[]> {
  const { rows } = await database.query<Sums>(SUMS)
  const [row] = rows
  if (row === undefined) return [wrong('the board has no clock')]
  const findings: Finding[] = []
  if (row.clock_events !== row.events)
    findings.push(wrong(`the board counts ${row.clock_events} events of ${row.events}`))
  if (row.chunk_events !== row.events) findings.push(wrong(`chunks name ${row.chunk_events} events of ${row.events}`))
  if (row.chunk_parked !== row.parked) findings.push(wrong(`chunks name ${row.chunk_parked} parked of ${row.parked}`))
  if (row.shared_stamps !== 0) findings.push(wrong(`${row.shared_stamps} chunks share another's stamp`))
  if (!row.clock_is_last) findings.push(wrong('the clock does not show the last chunk’s stamp'))
  return findings
}

async function offsets(database: Reading, ends: ReadonlyMap<string, number>): Promise<Finding[]> {
  const { rows } = await database.query<{ topic: string; next: number; gaps: number }>(
    'SELECT topic, next_offset::int AS next, gaps FROM consumer_offset',
  )
  const read = new Map(rows.map((row) => [row.topic, row]))
  return [...ends].flatMap(([topic, end]) => {
    const next = read.get(topic)?.next ?? 0
    const gaps = read.get(topic)?.gaps ?? 0
    if (next < end) return [lost(`${topic} is read to ${next} of ${end}`)]
    if (next > end) return [wrong(`${topic} is read to ${next}, beyond its end ${end}`)]
    return gaps === 0 ? [] : [wrong(`${topic} has ${gaps} gaps`)]
  })
}
