import type { Pool } from 'pg'

/** One notice to one address. `id` is the same at every attempt: who receives can tell a repetition by it. */
export type Delivery = {
  id: string
  noticeId: string
  attempts: number
  kind: string
  body: string
  text: string
  href: string
  at: Date
} & ({ channel: 'mail'; target: string } | { channel: 'hook'; url: string; secret: string })

/** `refused`: trying again is no use. */
export type Outcome = { kind: 'delivered' } | { kind: 'failed'; error: string } | { kind: 'refused'; error: string }

export const MAX_ATTEMPTS = 8
/** Longer than any attempt may take: a delivery whose worker was killed is tried again after it. */
const LEASE_SECONDS = 120

const TAKE = `
  WITH one AS (
    SELECT id FROM notice_delivery
    WHERE delivered_at IS NULL AND failed_at IS NULL AND next_attempt_at <= clock_timestamp()
    ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED),
  taken AS (
    UPDATE notice_delivery d SET attempts = d.attempts + 1,
      next_attempt_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    FROM one WHERE d.id = one.id RETURNING d.id, d.notice_id, d.channel, d.target, d.attempts)
  SELECT t.id, t.notice_id AS "noticeId", t.attempts, t.channel, t.target, n.kind, n.body, n.text, n.href, n.at,
    h.url, h.secret
  FROM taken t JOIN notice n ON n.id = t.notice_id
  LEFT JOIN notice_hook h ON t.channel = 'hook' AND h.id::text = t.target AND h.ended_at IS NULL`

type Row = Omit<Delivery, 'channel'> & { channel: string; target: string; url: string | null; secret: string | null }

/**
 * Makes the next attempt that is due, if any. The attempt is counted before it is made and marked after, so whatever
 * is killed in between is made again: at least once, with the same id.
 * @returns false when nothing was due
 */
export async function deliverNext(pool: Pool, send: (delivery: Delivery) => Promise<Outcome>): Promise<boolean> {
  const { rows } = await pool.query<Row>(TAKE)
  const [row] = rows
  if (row === undefined) return false
  const delivery = deliveryOf(row)
  const outcome: Outcome =
    delivery === undefined ? { kind: 'refused', error: 'the hook was ended' } : await send(delivery)
  await pool.query(
    `UPDATE notice_delivery SET last_error = $2, delivered_at = CASE WHEN $3 THEN clock_timestamp() END,
       failed_at = CASE WHEN $4 THEN clock_timestamp() END,
       next_attempt_at = clock_timestamp() + make_interval(secs => $5) WHERE id = $1`,
    [
      row.id,
      outcome.kind === 'delivered' ? null : outcome.error.slice(0, 500),
      outcome.kind === 'delivered',
      outcome.kind === 'refused' || (outcome.kind === 'failed' && row.attempts >= MAX_ATTEMPTS),
      waitSeconds(row.attempts),
    ],
  )
  return true
}

/** 30 s, then twice as long each time, an hour at most. */
const waitSeconds = (attempts: number): number => Math.min(3600, 30 * 2 ** (attempts - 1))

function deliveryOf({ channel, target, url, secret, ...kept }: Row): Delivery | undefined {
  if (channel === 'mail') return { ...kept, channel, target }
  return url === null || secret === null ? undefined : { ...kept, channel: 'hook', url, secret }
}
