import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { SystemCopy, readSystem } from './copy'
import { REPOSITORY } from './env'
import { firstLoadJs } from './first-load-js'
import { measureStart } from './fresh-start'
import { HttpSession } from './http-session'
import { measureLatency } from './latency'
import { markdownTable } from './table'

/**
 * `npm run bench -- NAME [--json FILE] [--home DIR]`. With `--home` it measures the system that runs there (its
 * `stack.json`), otherwise it starts one of its own and removes it.
 */
type Row = Record<string, string | number>
type System = ReturnType<typeof readSystem>

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, home: { type: 'string' }, reports: { type: 'string', default: '200' } },
})

async function withSystem<Result>(measure: (system: System) => Promise<Result>): Promise<Result> {
  if (values.home !== undefined) return measure(readSystem(values.home))
  const copy = await SystemCopy.create(REPOSITORY)
  try {
    return await measure(await copy.start(15 * 60_000))
  } finally {
    await copy.remove()
  }
}

async function latency(): Promise<Row[]> {
  const figures = await withSystem((system) => measureLatency(system, Number(values.reports)))
  const row = (step: string, of: typeof figures.visible): Row => ({
    'after 通过 (ms)': step,
    reports: of.n,
    p50: of.p50,
    p95: of.p95,
    p99: of.p99,
    max: of.max,
  })
  return [
    row('answered to the approver', figures.answered),
    row('noticed over SSE', figures.noticed),
    row('in the board’s data', figures.fetched),
    row('drawn on the open board', figures.visible),
  ]
}

async function start(): Promise<Row[]> {
  const figures = await measureStart()
  return [
    { step: 'git clone', seconds: figures.cloneS },
    { step: 'npm ci, empty cache', seconds: figures.installS },
    { step: 'npm start → signed-in board', seconds: figures.firstStartS },
    { step: 'fresh clone → signed-in board', seconds: figures.coldTotalS },
    { step: 'second start → signed-in board', seconds: figures.secondStartS },
  ]
}

/** Pages whose first-load JavaScript has a limit, and who opens them in the demo. */
const PAGES = [
  { page: 'board', path: '/board', user: 'mishuchu' },
  { page: 'office list', path: '/office', user: 'xiqu-tb' },
  { page: 'form', path: '/office?subject=XQ-CY-P120&at=2025Q3', user: 'xiqu-tb' },
]

async function js(): Promise<Row[]> {
  return withSystem(async (system) => {
    const rows: Row[] = []
    for (const { page, path, user } of PAGES) {
      const account = system.accounts.find((one) => one.user === user)
      if (account === undefined) throw new Error(`stack.json names no ${user}`)
      const session = await HttpSession.signIn(system.web.url, account.user, account.password)
      const { files, gzipBytes, rawBytes } = await firstLoadJs(session, page, path)
      rows.push({ page, files, 'gzip KB': Math.round(gzipBytes / 100) / 10, 'raw KB': Math.round(rawBytes / 100) / 10 })
    }
    return rows
  })
}

const BENCHES: Readonly<Record<string, () => Promise<Row[]>>> = { latency, start, js }
const name = positionals[0] ?? ''
const bench = BENCHES[name]
if (bench === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json FILE] [--home DIR]\n`)
  process.exitCode = 1
} else {
  const rows = await bench()
  process.stdout.write(`${markdownTable(rows)}\n`)
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ bench: name, rows }, null, 2)}\n`)
}
