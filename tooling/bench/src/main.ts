import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { SystemCopy, readSystem } from './copy'
import { REPOSITORY } from './env'
import { firstLoadJs } from './first-load-js'
import { measureStart } from './fresh-start'
import { HttpSession } from './http-session'
import { measureLatency } from './latency'
import { measureBoard } from './province/measure-board'
import { measureSaves } from './office-save'
import { measureImport } from './plan-import'
import { measureReportSheet } from './report-sheet'
import { markdownTable } from './table'
import { measureWorker } from './worker/measure-worker'
import { flatnessTable, speedTable } from './worker/worker-tables'

/**
 * `npm run bench -- NAME [--json FILE] [--home DIR]`. With `--home` it measures the system that runs there (its
 * `stack.json`), otherwise it starts one of its own and removes it. `worker` and `board` always have services of their own.
 */
type Row = Record<string, string | number>
type Table = Row[]
type System = ReturnType<typeof readSystem>

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    home: { type: 'string' },
    reports: { type: 'string', default: '200' },
    events: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    offices: { type: 'string', default: '50' },
    backlog: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
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

async function latency(): Promise<Table[]> {
  const figures = await withSystem((system) => measureLatency(system, Number(values.reports)))
  const row = (step: string, of: typeof figures.visible): Row => ({
    'after 通过 (ms)': step,
    reports: of.n,
    p50: of.p50,
    p95: of.p95,
    p99: of.p99,
    max: of.max,
  })
  const answered = row('answered to the approver', figures.answered)
  const noticed = row('noticed over SSE', figures.noticed)
  const fetched = row('in the board’s data', figures.fetched)
  return [[answered, noticed, fetched, row('drawn on the open board', figures.visible)]]
}

async function start(): Promise<Table[]> {
  const figures = await measureStart()
  const steps = [
    { step: 'git clone', seconds: figures.cloneS },
    { step: 'npm ci, empty cache', seconds: figures.installS },
    { step: 'npm start → signed-in board', seconds: figures.firstStartS },
    { step: 'fresh clone → signed-in board', seconds: figures.coldTotalS },
    { step: 'second start → signed-in board', seconds: figures.secondStartS },
  ]
  return [steps]
}

/** Pages whose first-load JavaScript has a limit, and who opens them in the demo. */
const PAGES = [
  { page: 'board', path: '/board', user: 'mishuchu' },
  { page: 'office list', path: '/office', user: 'xiqu-tb' },
  { page: 'form', path: '/office?subject=XQ-CY-P120&at=2025Q3', user: 'xiqu-tb' },
  { page: 'grid', path: '/office/grid', user: 'xiqu-tb' },
]

async function js(): Promise<Table[]> {
  return withSystem(async (system) => {
    const rows: Row[] = []
    for (const { page, path, user } of PAGES) {
      const account = system.accounts.find((one) => one.user === user)
      if (account === undefined) throw new Error(`stack.json names no ${user}`)
      const session = await HttpSession.signIn(system.web.url, account.user, account.password)
      const { files, gzipBytes, rawBytes } = await firstLoadJs(session, page, path)
      rows.push({ page, files, 'gzip KB': Math.round(gzipBytes / 100) / 10, 'raw KB': Math.round(rawBytes / 100) / 10 })
    }
    return [rows]
  })
}

async function worker(): Promise<Table[]> {
  const usual = values.quick ? 20_000 : values.backlog ? 1_000_000 : 200_000
  const options = {
    events: values.events === undefined ? usual : Number(values.events),
    naiveEvents: values.quick ? 1_000 : 5_000,
    backlog: values.backlog,
  }
  const figures = await measureWorker(options)
  return [speedTable(figures, options), flatnessTable(figures)]
}

/** A plan of 5,000 rows from Excel to the board; the second file meets a board that has the first. */
async function planImport(): Promise<Table[]> {
  return withSystem(async (system) => {
    const account = system.accounts.find(({ role }) => role === 'secretariat')
    if (account === undefined) throw new Error('stack.json names no secretariat')
    const session = await HttpSession.signIn(system.web.url, account.user, account.password)
    const rows = Number(values.events ?? 5000)
    const table: Row[] = []
    for (const file of ['first', 'second']) {
      const { bytes, uploadMs, previewMs, applyMs, boardMs } = await measureImport(session, rows)
      const total = uploadMs + previewMs + applyMs + boardMs
      const steps = { 'upload and read (ms)': uploadMs, 'preview (ms)': previewMs, 'apply (ms)': applyMs }
      table.push({ file, rows, KB: Math.round(bytes / 1000), ...steps, 'until on the board (ms)': boardMs, total })
    }
    return [table]
  })
}

/** A 报送表 of 5,000 rows: what a template, an upload and its preview cost besides the database. */
async function reportSheet(): Promise<Table[]> {
  return [await measureReportSheet(Number(values.events ?? 5000))]
}

/** Offices at work, each saving every two seconds. */
async function office(): Promise<Table[]> {
  return withSystem(async (system) => {
    const options = { offices: Number(values.offices), seconds: Number(values.seconds) }
    const figures = await measureSaves(system, options)
    return [
      figures.map(({ kind, rowsASave, seconds, saves }): Row => ({
        'save (ms)': kind === 'form' ? 'form: one report' : `grid: up to ${rowsASave} reports`,
        ...{ offices: options.offices, seconds, saves: saves.n },
        ...{ p50: saves.p50, p95: saves.p95, p99: saves.p99, max: saves.max },
      })),
    ]
  })
}

/** A province's board: 50 readers, past moments, the export; on services of its own. */
async function board(): Promise<Table[]> {
  return measureBoard({ scale: Number(values.scale), seconds: Number(values.seconds) })
}

const BENCHES: Readonly<Record<string, () => Promise<Table[]>>> = {
  latency,
  start,
  js,
  worker,
  import: planImport,
  office,
  board,
  'report-sheet': reportSheet,
}
const name = positionals[0] ?? ''
const bench = BENCHES[name]
if (bench === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json FILE] [--home DIR]\n`)
  process.exitCode = 1
} else {
  const tables = await bench()
  process.stdout.write(`${tables.map(markdownTable).join('\n\n')}\n`)
  const rows = tables.flat()
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ bench: name, rows }, null, 2)}\n`)
}
