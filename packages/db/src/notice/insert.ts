import { Notice } from '@lianxi/schema/notice'
import { v7 } from 'uuid'
import type { RunSql } from '../outbox/insert'

const INSERT = `
  INSERT INTO notice (id, dedupe_key, zone, body, kind, roles, period, text, href, at)
  SELECT id, "dedupeKey", zone, body, kind, ARRAY(SELECT jsonb_array_elements_text(roles)), period, text, href, at
  FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, "dedupeKey" text, zone text, body text, kind text, roles jsonb,
    period text, text text, href text, at timestamptz)
  ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`

/** Writes notices, each once by its key, in the transaction of what they tell. */
export async function insertNoticesInTx(run: RunSql, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  await run(INSERT, [JSON.stringify(notices.map((notice) => ({ id: v7(), ...Notice.parse(notice) })))])
}
