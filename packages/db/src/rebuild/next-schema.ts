import type { ClientBase } from 'pg'

/**
 * The statements that make `board_next` from `board`: tables with their defaults and checks, keys and indexes under
 * their own names (`LIKE … INCLUDING INDEXES` would name them anew, and a later migration would not find them), rights.
 */
const STATEMENTS = `
  WITH made AS (
    SELECT c.oid, c.relname AS name, c.relacl AS acl FROM pg_class c
    WHERE c.relnamespace = 'board'::regnamespace AND c.relkind = 'r'),
  rights AS (
    SELECT format('TABLE board_next.%I', name) AS on_what, acl FROM made
    UNION ALL
    SELECT 'SCHEMA board_next', nspacl FROM pg_namespace WHERE nspname = 'board')
  SELECT sql FROM (
    SELECT 1 AS step, format('CREATE TABLE board_next.%I (LIKE board.%1$I INCLUDING ALL EXCLUDING INDEXES)', name) AS sql
    FROM made
    UNION ALL
    SELECT 2, format('ALTER TABLE board_next.%I ADD CONSTRAINT %I %s', m.name, k.conname, pg_get_constraintdef(k.oid))
    FROM pg_constraint k JOIN made m ON m.oid = k.conrelid WHERE k.contype IN ('p', 'u', 'x')
    UNION ALL
    SELECT 3, regexp_replace(pg_get_indexdef(i.indexrelid), ' ON board\\.', ' ON board_next.')
    FROM pg_index i JOIN made m ON m.oid = i.indrelid
    WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
    UNION ALL
    SELECT 4, format('GRANT %s ON %s TO %s', privilege_type, on_what,
      CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END)
    FROM rights, aclexplode(acl)) s
  ORDER BY step`

/** An empty `board_next`, the same as `board` in everything but its rows. Whatever an earlier rebuild left is dropped. */
export async function createNextSchema(client: ClientBase): Promise<void> {
  await dropNextSchema(client)
  await client.query('BEGIN')
  await client.query('CREATE SCHEMA board_next')
  const { rows } = await client.query<{ sql: string }>(STATEMENTS)
  await client.query(rows.map(({ sql }) => sql).join(';'))
  await client.query('COMMIT')
}

/** `board_next` of an unfinished rebuild and `board_old` of a swap; nobody reads the one, readers leave the other. */
export async function dropNextSchema(client: ClientBase): Promise<void> {
  await client.query('DROP SCHEMA IF EXISTS board_next CASCADE')
  await client.query('DROP SCHEMA IF EXISTS board_old CASCADE')
}

/** Puts the rebuilt board in the other's place. The caller holds the board and has folded everything. */
export async function swapInTx(tx: ClientBase): Promise<void> {
  await tx.query('ALTER SCHEMA board RENAME TO board_old')
  await tx.query('ALTER SCHEMA board_next RENAME TO board')
}

/** The planner's statistics: tables that were filled a moment ago have none. */
export async function analyzeNextSchema(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ tables: string }>(
    `SELECT string_agg(format('board_next.%I', tablename), ', ') AS tables FROM pg_tables WHERE schemaname = 'board_next'`,
  )
  await client.query(`ANALYZE ${rows[0]?.tables ?? ''}`)
}
