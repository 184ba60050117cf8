import type { Pool } from 'pg'

const BATCH = 200

/**
 * Decides once where a notice goes beyond the page: mail to the people it is for who gave an address, hooks of its
 * body. What was written before a way was configured is not sent by it afterwards.
 */
const ROUTE = `
  WITH news AS (
    SELECT id, zone, body, roles FROM notice WHERE routed_at IS NULL ORDER BY created_at LIMIT ${BATCH}
    FOR UPDATE SKIP LOCKED),
  mails AS (
    SELECT DISTINCT n.id, 'mail' AS channel, u.notice_email AS target
    FROM news n JOIN membership m ON m.zone = n.zone AND m.body = n.body AND m.role = ANY (n.roles)
    JOIN "user" u ON u.id = m.user_id
    WHERE $1 AND NOT u.disabled AND u.notice_email IS NOT NULL),
  hooks AS (
    SELECT n.id, 'hook', h.id::text FROM news n JOIN notice_hook h ON h.zone = n.zone AND h.body = n.body
    WHERE h.ended_at IS NULL),
  sent AS (
    INSERT INTO notice_delivery (notice_id, channel, target) SELECT * FROM mails UNION ALL SELECT * FROM hooks
    ON CONFLICT DO NOTHING)
  UPDATE notice SET routed_at = clock_timestamp() FROM news WHERE notice.id = news.id`

/** @returns how many notices were routed; as many as a batch holds: there may be more */
export async function routeNotices(pool: Pool, mail: boolean): Promise<number> {
  return (await pool.query(ROUTE, [mail])).rowCount ?? 0
}
