import { z } from 'zod'
import type { ReportKey } from '@lianxi/schema/commands/report'
import { Receipt } from '@lianxi/schema/views/office'
import { type Reading, sql } from '../../client'
import { iso, progressTable, stampText } from '../base/parts'

const NONE: Receipt = {
  state: 'none',
  eventId: null,
  revision: null,
  publishedAt: null,
  stamp: null,
  topic: null,
  offset: null,
  reason: null,
}

const Row = z.object({ receipt: Receipt })

/**
 * 回执: how far the latest published revision has come. The office's row knows what was published; outbox, parked
 * messages and what the worker took in tell the rest. Without a row, what stands on the board is the receipt.
 */
export async function readReceipt(db: Reading, { zone, subject, region, period }: ReportKey): Promise<Receipt> {
  const [row] = await db.$queryRaw<unknown[]>(sql`
    WITH latest AS (
      SELECT coalesce(r.published_event, p.event_id) AS event_id, coalesce(r.kind, p.kind) AS kind,
        coalesce((SELECT max(v.revision) FROM report_revision v WHERE v.event_id = r.published_event), p.revision)
          AS revision,
        coalesce(r.published_at, p.reported_at) AS published_at
      FROM (SELECT) one
      LEFT JOIN report r ON r.zone = ${zone} AND r.subject = ${subject} AND r.region = ${region} AND r.period = ${period}
      LEFT JOIN ${progressTable} p ON p.zone = ${zone} AND p.subject = ${subject} AND p.region = ${region}
        AND p.period = ${period})
    SELECT jsonb_build_object(
      'state', CASE WHEN e.event_id IS NOT NULL THEN 'on-board' WHEN m.id IS NOT NULL THEN 'parked'
        WHEN o.refused_reason IS NOT NULL THEN 'refused' WHEN o.published_at IS NOT NULL THEN 'published'
        ELSE 'publishing' END,
      'eventId', l.event_id, 'revision', l.revision, 'publishedAt', ${iso('l.published_at')},
      'stamp', ${stampText('c.stamp')}, 'topic', coalesce(e.topic, o.topic), 'offset', e.offset::text,
      'reason', coalesce(o.refused_reason, m.reason)) AS receipt
    FROM latest l
    LEFT JOIN ingested_event e ON e.event_id = l.event_id AND e.topic = 'lianxi.' || ${region} || '.' || l.kind || '.v1'
    LEFT JOIN chunk c ON c.id = e.chunk_id
    LEFT JOIN outbox o ON o.event_id = l.event_id
    LEFT JOIN parked_message m ON e.event_id IS NULL AND m.topic = o.topic
      AND m.headers->>'ce_id' = l.event_id::text
    WHERE l.event_id IS NOT NULL LIMIT 1`)
  return row === undefined ? NONE : Row.parse(row).receipt
}
