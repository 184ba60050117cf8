import { setTimeout as sleep } from 'node:timers/promises'
import { applyMigrations } from '@lianxi/db/migrate/apply-migrations'
import type { HttpSession } from '../http-session'
import { spread } from '../percentile'
import { query, urlsOf } from '../worker/databases'
import { buildWeb, type Services, withServices } from '../worker/services'
import { residentMb } from '../worker/usage'
import { whileReportsComeIn } from './arrivals'
import { foldSample } from './fold'
import { multiply } from './multiply'
import { CHANGES, CURRENT, PAGES, PAST, type Question } from './questions'
import { FULL_COPIES, QUARTERS, subjectsOf, ZONE } from './setting'
import { makeReaders, type RunningWeb, signInAll, withWebs } from './web'

type Row = Record<string, string | number>
type Options = { scale: number; seconds: number }

const READERS = 50
const EVERY_MS = 2_000
const WARM_SECONDS = 20
const DATABASE = 'lianxi'
const began = performance.now()
const say = (line: string) => process.stderr.write(`  ${Math.round((performance.now() - began) / 1000)} s  ${line}\n`)

/** Builds a province, starts the web on it and lets readers ask. `scale` 1: 20,000 targets, 50,000 projects, 5 years. */
export async function measureBoard({ scale, seconds }: Options): Promise<Row[][]> {
  await buildWeb()
  return withServices(async (services) => {
    const urls = urlsOf(services, DATABASE)
    const copies = Math.max(2, Math.round(FULL_COPIES * scale))
    await buildProvince(urls, copies)
    const sizes = await readSizes(urls.admin)
    const names = await makeReaders(urls.admin, READERS)
    return withWebs(urls.web_app, async (webs) => {
      const sessions = await signInAll(webs, names)
      const timed = [
        ...(await measure('the board as it stands', CURRENT, sessions, seconds)),
        ...(await measure('whole pages', PAGES, sessions, seconds)),
        await measureLive(urls.worker_app, sessions, seconds),
        ...(await measure('as of and beside, 20 moments', PAST, sessions, seconds)),
        ...(await measure('changes of a week, 20 moments', CHANGES, sessions, seconds)),
      ]
      const exported = await measureExport(webs, sessions)
      const { targets, projects } = subjectsOf(copies)
      const province = { targets, projects, quarters: QUARTERS.length }
      return [timed, [exported], [{ ...province, ...sizes }]]
    })
  })
}

/** Fills the database; while it does, PostgreSQL does not wait for the disk. */
async function buildProvince(urls: Services['postgres']['urls'], copies: number): Promise<void> {
  await applyMigrations({ url: urls.migrator })
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: `'16GB'` }
  const names = Object.keys(settings)
  for (const [name, value] of Object.entries(settings)) await query(urls.admin, `ALTER SYSTEM SET ${name} = ${value}`)
  await query(urls.admin, 'SELECT pg_reload_conf()')
  await foldSample(urls, say)
  await multiply(urls.admin, copies, say)
  for (const name of names) await query(urls.admin, `ALTER SYSTEM RESET ${name}`)
  await query(urls.admin, 'SELECT pg_reload_conf()')
  // What has stood for five years is vacuumed: otherwise autovacuum works beside the first readers.
  await query(urls.admin, 'VACUUM (ANALYZE)')
  await query(urls.admin, 'CHECKPOINT')
  say('the province stands')
}

/**
 * First each question once, by one reader alone: nobody asked it before; then once of each further web, which remembers
 * for itself. Then all readers, out of step; what they ask in the first seconds is not counted: code is still compiled.
 */
export async function measure(
  what: string,
  questions: readonly Question[],
  sessions: readonly HttpSession[],
  seconds: number,
): Promise<Row[]> {
  const [alone] = sessions
  if (alone === undefined) throw new Error('nobody reads')
  const first: { name: string; took: number }[] = []
  for (const { name, ask } of questions) {
    const from = performance.now()
    if ((await ask(alone)) === 0) throw new Error(`${name}: an empty answer`)
    first.push({ name, took: performance.now() - from })
  }
  const slowest = first.reduce((worst, one) => (one.took > worst.took ? one : worst))
  say(`${what}: first time ${slowest.name} ${Math.round(slowest.took)} ms`)
  const webs = new Map(sessions.map((session) => [session.url, session]))
  for (const session of webs.values()) {
    if (session.url !== alone.url) for (const { ask } of questions) await ask(session)
  }
  await drive(questions, sessions, WARM_SECONDS)
  const read = await drive(questions, sessions, seconds)
  return [
    rowOf(
      { what, how: 'first time, alone', note: `slowest: ${slowest.name}` },
      first.map(({ took }) => took),
    ),
    drivenRow({ what, how: readersOf(sessions), note: '' }, read),
  ]
}

/** Each commit makes what was kept of the present old: whoever asks next waits for a reading. */
async function measureLive(worker: string, sessions: readonly HttpSession[], seconds: number): Promise<Row> {
  const { result, reports } = await whileReportsComeIn(worker, () => drive([...CURRENT, ...PAGES], sessions, seconds))
  const note = `${reports} reports came in`
  return drivenRow({ what: 'the board as it stands, and whole pages', how: readersOf(sessions), note }, result)
}

const readersOf = (sessions: readonly HttpSession[]): string => `${sessions.length} readers, every 2 s`

type Head = { what: string; how: string; note: string }

function drivenRow({ note, ...head }: Head, { took, refused }: Driven): Row {
  return rowOf({ ...head, note: refused === 0 ? note : `${note} ${refused} refused`.trim() }, took)
}

function rowOf({ what, how, note }: Head, durations: number[]): Row {
  const { n, p50, p95, p99, max } = spread(durations)
  return { 'asked (ms)': what, how, n, p50, p95, p99, max, note }
}

type Driven = { took: number[]; refused: number }

/** Who is refused asks again at his next turn, as a person would; that is counted, not timed. */
async function drive(
  questions: readonly Question[],
  sessions: readonly HttpSession[],
  seconds: number,
): Promise<Driven> {
  let refused = 0
  const until = performance.now() + seconds * 1000
  const each = await Promise.all(
    sessions.map(async (session, at) => {
      const took: number[] = []
      let next = performance.now() + (at * EVERY_MS) / sessions.length
      for (let turn = at; next < until; turn += 1, next += EVERY_MS) {
        await sleep(Math.max(0, next - performance.now()))
        const from = performance.now()
        try {
          await questions[turn % questions.length]?.ask(session)
          took.push(performance.now() - from)
        } catch (error) {
          if (refused === 0) say(error instanceof Error ? error.message : String(error))
          refused += 1
        }
      }
      return took
    }),
  )
  return { took: each.flat(), refused }
}

/** All projects as Excel while nobody else asks: what came, how long it took, and the web's memory meanwhile. */
export async function measureExport([web]: readonly RunningWeb[], [session]: readonly HttpSession[]): Promise<Row> {
  if (web === undefined) throw new Error('no web runs')
  const { url, pid } = web
  const before = residentMb(pid).now
  let [most, bytes, done] = [before, 0, false]
  const watch = (async () => {
    while (!done) {
      most = Math.max(most, residentMb(pid).now)
      await sleep(100)
    }
  })()
  const from = performance.now()
  const response = await fetch(`${url}/api/board/projects/xlsx?zone=${ZONE}`, { headers: session?.headers ?? {} })
  if (!response.ok || response.body === null) throw new Error(`the export: ${response.status}`)
  for await (const part of response.body) bytes += part.byteLength
  done = true
  await watch
  const seconds = Math.round((performance.now() - from) / 100) / 10
  return {
    export: 'all projects, .xlsx',
    MB: Math.round(bytes / 1e5) / 10,
    seconds,
    'RSS before MB': before,
    'RSS at most MB': most,
  }
}

/** What five years take. */
export async function readSizes(url: string): Promise<Row> {
  const [row] = await query<{ mb: string; events: string; cells: string; largest: string }>(
    url,
    `SELECT (pg_database_size(current_database()) / 1000000)::text AS mb, (SELECT events::text FROM board_clock) AS events,
       (SELECT count(*)::text FROM board.progress) AS cells,
       (SELECT string_agg(format('%s %s MB', name, size / 1000000), ', ' ORDER BY size DESC) FROM (
          SELECT relname AS name, pg_total_relation_size(oid) AS size FROM pg_class WHERE relkind = 'r'
          ORDER BY 2 DESC LIMIT 5) t) AS largest`,
  )
  if (row === undefined) throw new Error('a query without FROM gave no row')
  const perQuarter = Math.round(Number(row.mb) / QUARTERS.length)
  return {
    events: row.events,
    cells: row.cells,
    'database MB': row.mb,
    'MB a quarter': perQuarter,
    largest: row.largest,
  }
}
