import { OverrideMark } from '@lianxi/schema/views/status'
import type { ClientBase } from 'pg'
import { type VersionedTable, versionedWriteSql } from '../apply/write-versioned'
import type { StatusRow } from './judge-subject'
import type { SubjectKey } from './queue'

/** Lies in `public`: a rebuild must not touch it. */
export const STATUS: VersionedTable = {
  name: 'status',
  keys: ['zone', 'subject', 'region', 'period'],
  columns: [
    ...['kind', 'year', 'frequency', 'attribute', 'status', 'computed', 'method', 'rule_set', 'sentence', 'detail'],
    ...['override', 'objection', 'event_id', 'digest'],
  ],
}
const ALL = [...STATUS.keys, ...STATUS.columns].join(', ')
const WRITE = versionedWriteSql(STATUS, `SELECT ${ALL} FROM jsonb_populate_recordset(NULL::status, $2::jsonb)`)
const REMOVE = `
  WITH gone AS (
    DELETE FROM status s USING jsonb_to_recordset($2::jsonb) AS k (zone text, subject text, region text, period text)
    WHERE (s.zone, s.subject, s.region, s.period) = (k.zone, k.subject, k.region, k.period) RETURNING s.*)
  INSERT INTO status_history (${ALL}, valid) SELECT ${ALL}, tstzrange(valid_from, $1::timestamptz) FROM gone`
const STANDING = `
  SELECT s.zone, s.subject, s.region, s.period, s.digest, s.override
  FROM unnest($1::text[], $2::text[]) AS k (zone, subject) JOIN status s USING (zone, subject)`

type CellKey = Pick<StatusRow, 'zone' | 'subject' | 'region' | 'period'>
/** `freed`: cells over which an override stood that stands no more. */
export type StatusChanges = {
  changed: StatusRow[]
  gone: CellKey[]
  freed: { row: StatusRow; override: OverrideMark }[]
}

const nameOf = ({ zone, subject, region, period }: CellKey): string => `${zone} ${subject} ${region} ${period}`

/** What differs from the statuses that stand. Nobody but the judge writes them, so this needs no hold on the board. */
export async function compareStatusesInTx(
  tx: ClientBase,
  judged: readonly SubjectKey[],
  rows: readonly StatusRow[],
): Promise<StatusChanges> {
  const keys = [judged.map(({ zone }) => zone), judged.map(({ subject }) => subject)]
  const standing = await tx.query<CellKey & { digest: string; override: unknown }>(STANDING, keys)
  const digests = new Map(standing.rows.map((row) => [nameOf(row), row.digest]))
  const names = new Set(rows.map(nameOf))
  const overrides = new Map(standing.rows.map((row) => [nameOf(row), OverrideMark.nullable().parse(row.override)]))
  return {
    freed: rows.flatMap((row) => {
      const override = overrides.get(nameOf(row)) ?? null
      return override === null || row.override !== null ? [] : [{ row, override }]
    }),
    changed: rows.filter((row) => digests.get(nameOf(row)) !== row.digest),
    gone: standing.rows.filter((row) => !names.has(nameOf(row))),
  }
}

/** Writes what changed under a stamp; what a status was before becomes history. The caller holds the board. */
export async function writeStatusesInTx(
  tx: ClientBase,
  stamp: string,
  { changed, gone }: Pick<StatusChanges, 'changed' | 'gone'>,
): Promise<void> {
  if (changed.length > 0) await tx.query(WRITE, [stamp, JSON.stringify(changed)])
  if (gone.length > 0) await tx.query(REMOVE, [stamp, JSON.stringify(gone)])
}
