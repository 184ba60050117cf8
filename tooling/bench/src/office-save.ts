import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Entry } from '@lianxi/schema/commands/entry'
import { OfficeGrid } from '@lianxi/schema/views/office-grid'
import { NilResult, ReportResult } from '@lianxi/schema/views/result'
import type { readSystem } from './copy'
import { HttpSession } from './http-session'
import { spread, type Spread } from './percentile'

type System = ReturnType<typeof readSystem>
/** `form`: one report a save, as the form does; `grid`: all rows of a clerk that changed, as the grid does. */
export type SaveKind = 'form' | 'grid'
export type SaveFigures = { kind: SaveKind; rowsASave: number; seconds: number; saves: Spread }

const ZONE = 'Z-PX'
const PERIOD = '2025Q3'
/** A clerk at work saves so often. */
const EVERY_MS = 2_000
/** Offices at work meet a server that has run for a while: its code is compiled by then. */
const WARM_UP_S = 15

/** A report one clerk writes, as it stands now. */
type Row = { region: string; subject: string; period: string; version: number; entry: Entry; reason: string | null }
type Clerk = { session: HttpSession; rows: Row[] }

/**
 * So many offices at work on a production build, each saving every two seconds with a clerk's session of its own, out
 * of step with each other. The demo has fewer offices than that: clerks share them and divide their reports, so that
 * no save waits for another's version. Measured from the request until the whole answer was read.
 */
export async function measureSaves(system: System, options: { offices: number; seconds: number }) {
  const clerks = await openDesks(system, options.offices)
  process.stderr.write(`  ${clerks.length} clerks, ${clerks.reduce((sum, { rows }) => sum + rows.length, 0)} reports\n`)
  await drive(clerks, 'form', WARM_UP_S)
  const figures: SaveFigures[] = []
  for (const kind of ['form', 'grid'] as const) {
    const saves = spread(await drive(clerks, kind, options.seconds))
    const rowsASave = kind === 'form' ? 1 : Math.max(...clerks.map(({ rows }) => rows.length))
    figures.push({ kind, rowsASave, seconds: options.seconds, saves })
  }
  return figures
}

/** Every clerk's saves, in milliseconds each. */
async function drive(clerks: readonly Clerk[], kind: SaveKind, seconds: number): Promise<number[]> {
  const until = performance.now() + seconds * 1000
  const each = await Promise.all(
    clerks.map(async (clerk, index) => {
      const took: number[] = []
      let next = performance.now() + (index * EVERY_MS) / clerks.length
      for (let turn = 0; next < until; turn += 1, next += EVERY_MS) {
        await sleep(Math.max(0, next - performance.now()))
        const begun = performance.now()
        await (kind === 'form' ? saveOne(clerk, turn) : saveAll(clerk, turn))
        took.push(performance.now() - begun)
      }
      return took
    }),
  )
  return each.flat()
}

const typed = ({ entry, reason, version }: Row, turn: number) => ({
  expectedVersion: version,
  entry: { ...entry, problems: `测速 第${turn}次` },
  correctionReason: reason,
  warningReasons: [],
})

async function saveOne({ session, rows }: Clerk, turn: number): Promise<void> {
  const row = rows[turn % rows.length]
  if (row === undefined) throw new Error('a clerk without a report')
  const { region, subject, period } = row
  const command = { zone: ZONE, region, subject, period, idempotencyKey: randomUUID(), ...typed(row, turn) }
  row.version = versionOf(await session.mutate('report.saveDraft', command, ReportResult))
}

async function saveAll({ session, rows }: Clerk, turn: number): Promise<void> {
  const [first] = rows
  if (first === undefined) throw new Error('a clerk without a report')
  const reports = rows.map((row) => ({ subject: row.subject, period: row.period, ...typed(row, turn) }))
  const command = { zone: ZONE, region: first.region, idempotencyKey: randomUUID(), reports }
  const { results } = await session.mutate('report.saveMany', command, NilResult)
  for (const [index, { result }] of results.entries()) {
    const row = rows[index]
    if (row !== undefined) row.version = versionOf(result)
  }
}

function versionOf(result: ReportResult): number {
  if (!result.ok) throw new Error(`a save was refused: ${result.refusal.code} ${result.refusal.message}`)
  return result.report.version
}

/** Sessions of the demo's clerks, office after office, and what they can write divided among them. */
async function openDesks(system: System, offices: number): Promise<Clerk[]> {
  const signIn = (role: string, region: string | null) => {
    const account = system.accounts.find((one) => one.role === role && one.region === region)
    if (account === undefined) throw new Error(`stack.json names no ${role} of ${region ?? 'the zone'}`)
    return HttpSession.signIn(system.web.url, account.user, account.password)
  }
  const regions = [...new Set(system.accounts.filter(({ role }) => role === 'reporter').map(({ region }) => region))]
  const desks = await Promise.all(
    regions.map(async (region) => {
      const [reporter, approver] = [await signIn('reporter', region), await signIn('approver', region)]
      return { region, rows: await openRows({ region: region ?? '', reporter, approver }) }
    }),
  )
  const all = desks.reduce((sum, { rows }) => sum + rows.length, 0)
  if (all < offices) throw new Error(`the demo has ${all} reports to write, fewer than ${offices} clerks`)
  const clerks: Clerk[] = []
  for (const { region, rows } of desks) {
    const share = Math.max(1, Math.round((rows.length * offices) / all))
    for (let clerk = 0; clerk < share && clerks.length < offices; clerk += 1) {
      const session = await signIn('reporter', region)
      clerks.push({ session, rows: rows.filter((_, index) => index % share === clerk) })
    }
  }
  return clerks
}

/** Both people of an office: what waits for approval has to come back before it can be written. */
type Desk = { region: string; reporter: HttpSession; approver: HttpSession }

/** Everything of an office's period, so that it can be written: what is on the board is corrected. */
async function openRows({ region, reporter, approver }: Desk): Promise<Row[]> {
  const { rows } = await reporter.query('office.grid', { zone: ZONE, region, period: PERIOD }, OfficeGrid)
  const open: Row[] = []
  for (const { subject, period, report, prefill, write } of rows) {
    const row = {
      region,
      subject,
      period,
      version: report?.version ?? 0,
      entry: report?.entry ?? prefill,
      reason: null,
    }
    const way = write.allowed ? 'open' : report?.state
    const command = { zone: ZONE, region, subject, period, idempotencyKey: randomUUID(), reason: REASON }
    const on = { ...command, expectedVersion: row.version }
    if (way === 'open') open.push(row)
    if (way === 'submitted') {
      open.push({ ...row, version: versionOf(await approver.mutate('report.sendBack', on, ReportResult)) })
    }
    if (way === 'published') {
      const version = versionOf(await reporter.mutate('report.startCorrection', on, ReportResult))
      open.push({ ...row, version, reason: REASON })
    }
  }
  return open
}

const REASON = '统计口径核定（测速）'
