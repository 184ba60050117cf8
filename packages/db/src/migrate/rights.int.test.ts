import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../pool'
import { createMigratedDatabase } from '../testing/migrated-database'

/**
 * The whole matrix role × table, read from PostgreSQL itself: a new table without a decision about it fails here.
 * Letters: r SELECT, a INSERT, w UPDATE, d DELETE.
 */
const REFERENCE = ['fact', 'subject', 'item', 'duty', 'period', 'verdict', 'library', 'extension', 'progress']
const BOARD = Object.fromEntries(
  REFERENCE.flatMap((name) => [
    [`board.${name}`, { web_app: 'r', worker_app: 'rawd' }],
    [`board.${name}_history`, { web_app: 'r', worker_app: 'ra' }],
  ]),
)
const WEB_ONLY = (web_app: string) => ({ web_app, worker_app: '' })
const RIGHTS: Record<string, { web_app: string; worker_app: string }> = {
  ...BOARD,
  'board.figures': { web_app: '', worker_app: 'raw' },
  'public.ingested_event': { web_app: 'r', worker_app: 'ra' },
  'public.parked_message': { web_app: 'r', worker_app: 'ra' },
  'public.parked_command': { web_app: 'ra', worker_app: 'ra' },
  'public.parked_command_item': { web_app: 'ra', worker_app: 'ra' },
  'public.chunk': { web_app: 'r', worker_app: 'ra' },
  'public.consumer_offset': { web_app: 'r', worker_app: 'raw' },
  'public.board_clock': { web_app: 'r', worker_app: 'rw' },
  'public.demo_clock': { web_app: 'r', worker_app: 'r' },
  'public.message_attempt': { web_app: '', worker_app: 'rawd' },
  // The web reads every column but the verifier's: no right on the table as a whole.
  'public.credential_command': { web_app: 'a', worker_app: 'rw' },
  'public.worker_state': { web_app: 'r', worker_app: 'rawd' },
  'public.status': { web_app: 'r', worker_app: 'rawd' },
  'public.status_history': { web_app: 'r', worker_app: 'ra' },
  'public.judgement': { web_app: 'r', worker_app: 'ra' },
  'public.judge': { web_app: 'r', worker_app: 'rw' },
  'public.judge_queue': { web_app: 'r', worker_app: 'rawd' },
  'public.outbox': { web_app: 'ra', worker_app: 'raw' },
  'public.report': WEB_ONLY('raw'),
  'public.report_revision': WEB_ONLY('ra'),
  'public.report_step': WEB_ONLY('ra'),
  // An adopted one a trigger keeps.
  'public.year_list': WEB_ONLY('rawd'),
  'public.year_list_item': WEB_ONLY('rawd'),
  'public.year_list_step': WEB_ONLY('ra'),
  'public.plan_import': WEB_ONLY('raw'),
  'public.report_sheet': WEB_ONLY('ra'),
  // What was asked for stays; what became of it is written beside it: a right on those columns alone.
  'public.extension_ask': WEB_ONLY('ra'),
  // The worker marks a notice as routed: a right on that column alone.
  'public.notice': { web_app: 'ra', worker_app: 'ra' },
  'public.notice_read': WEB_ONLY('ra'),
  // The web writes a secret and cannot read it.
  'public.notice_hook': { web_app: 'a', worker_app: 'r' },
  'public.notice_delivery': { web_app: 'r', worker_app: 'raw' },
  'public.attachment': WEB_ONLY('rawd'),
  'public.attachment_chunk': WEB_ONLY('rad'),
  'public.audit_entry': { web_app: 'ra', worker_app: 'a' },
  'public.idempotent_answer': WEB_ONLY('rad'),
  'public.user': WEB_ONLY('rawd'),
  'public.session': WEB_ONLY('rawd'),
  'public.account': WEB_ONLY('rawd'),
  'public.verification': WEB_ONLY('rawd'),
  'public.rate_limit': WEB_ONLY('rawd'),
  'public.login_attempt': WEB_ONLY('rawd'),
  'public.membership': WEB_ONLY('rawd'),
  'public._prisma_migrations': { web_app: 'r', worker_app: 'r' },
}

let database: Awaited<ReturnType<typeof createMigratedDatabase>>
let admin: ReturnType<typeof createPool>
beforeAll(async () => {
  database = await createMigratedDatabase()
  admin = createPool(database.url('admin'), { max: 1 })
  return () => admin.end()
})

it('gives each role exactly what its part of the flow needs, table by table', async () => {
  const { rows } = await admin.query<{ name: string; web_app: string; worker_app: string }>(`
    SELECT n.nspname || '.' || c.relname AS name, ${['web_app', 'worker_app']
      .map(
        (role) =>
          `concat(${[
            ['r', 'SELECT'],
            ['a', 'INSERT'],
            ['w', 'UPDATE'],
            ['d', 'DELETE'],
          ]
            .map(
              ([letter, right]) => `CASE WHEN has_table_privilege('${role}', c.oid, '${right}') THEN '${letter}' END`,
            )
            .join(', ')}) AS ${role}`,
      )
      .join(', ')}
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('public', 'board')`)
  expect(Object.fromEntries(rows.map(({ name, ...rights }) => [name, rights]))).toEqual(RIGHTS)
})

it.each([
  ['web_app', `UPDATE board.progress SET state = 'reported'`],
  ['web_app', `INSERT INTO ingested_event SELECT * FROM ingested_event`],
  ['web_app', `UPDATE board_clock SET last_stamp = now()`],
  ['web_app', `UPDATE demo_clock SET moment = now()`],
  ['web_app', `UPDATE outbox SET published_at = now()`],
  ['web_app', `SELECT salted_password FROM credential_command`],
  ['web_app', `SELECT secret FROM notice_hook`],
  ['worker_app', `SELECT name FROM "user"`],
  ['web_app', `UPDATE credential_command SET finished_at = now()`],
  ['web_app', `UPDATE parked_message SET state = 'discarded'`],
  ['web_app', `UPDATE parked_command_item SET outcome = 'applied'`],
  ['web_app', `CREATE TABLE mine (id int)`],
  ['worker_app', `UPDATE report SET state = 'published'`],
  ['worker_app', `SELECT FROM account`],
  [
    'worker_app',
    `INSERT INTO credential_command (region, slot, kind, requested_by_name) VALUES ('510403', 'a', 'revoke', '')`,
  ],
  ['worker_app', `DELETE FROM board.progress_history`],
  ['worker_app', `TRUNCATE board.progress`],
  ['worker_app', `UPDATE ingested_event SET data = '{}'`],
  ['worker_app', `UPDATE parked_message SET value = NULL`],
  ['worker_app', `DELETE FROM parked_message`],
  ['worker_app', `UPDATE parked_command SET asked_by_name = 'x'`],
  ['worker_app', `UPDATE parked_command_item SET object_id = 1`],
  ['worker_app', `SELECT FROM audit_entry`],
  ['worker_app', `CREATE TABLE board.mine (id int)`],
] as const)('refuses %s: %s', async (role, sql) => {
  const pool = createPool(database.url(role), { max: 1 })
  await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' })
  await pool.end()
})

it('tells the relay of a new outbox row', async () => {
  const web = createPool(database.url('web_app'), { max: 1 })
  const listener = await admin.connect()
  const heard = new Promise<string>((resolve) => listener.on('notification', ({ channel }) => resolve(channel)))
  await listener.query('LISTEN outbox')
  await web.query(
    `INSERT INTO outbox (topic, key, event_id, headers, value) VALUES ('t', 'k', '01999d11-9800-7012-8a3e-5f0c9d210012', '{}', '{}')`,
  )
  expect(await heard).toBe('outbox')
  listener.release(true)
  await web.end()
})

it('orders Chinese by pinyin', async () => {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT name FROM unnest(ARRAY['西区', '攀枝花', '东区', '凉山', '重庆']) AS c (name) ORDER BY name COLLATE zh`,
  )
  expect(rows.map(({ name }) => name)).toEqual(['重庆', '东区', '凉山', '攀枝花', '西区'])
})

it('names no table of the board like one of public: the worker finds both by their bare names', async () => {
  const { rows } = await admin.query(
    `SELECT tablename FROM pg_tables GROUP BY tablename HAVING array_agg(schemaname::text) @> ARRAY['board', 'public']`,
  )
  expect(rows).toEqual([])
})
