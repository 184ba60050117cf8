import { double, type Finding, lost, type Reading, wrong } from './findings'
import { expectedCells, plain, type ExpectedCell } from './model'
import type { ReportReceipt } from './receipts'

type Shown = {
  cell: string
  kind: string
  state: string
  asked: boolean
  event_id: string
  revision: number
  reports: number
  nil: boolean
  conflict: boolean
  value: string | null
  stage: string | null
  year_wan: string | null
  total_wan: string | null
  percent: string | null
}

const SHOWN = `
  SELECT p.zone || ' ' || p.subject || ' ' || p.region || ' ' || p.period AS cell, p.kind, p.state,
         d.subject IS NOT NULL AND r.opens_at IS NOT NULL AS asked, p.event_id::text, p.revision, p.reports, p.nil,
         p.conflict, p.value::text, p.stage, p.invested_year_wan::text AS year_wan,
         p.invested_total_wan::text AS total_wan, p.progress_percent::text AS percent
  FROM board.progress p
  LEFT JOIN board.duty d ON (d.zone, d.subject, d.region, d.year) = (p.zone, p.subject, p.region, p.year)
  LEFT JOIN board.period r ON (r.zone, r.period) = (p.zone, p.period)
  WHERE p.event_id IS NOT NULL`

/** A duty in an opened quarter has its cell whether or not anybody reported: 未报 is shown, never missing. */
const MISSING = `
  SELECT d.subject || ' ' || d.region || ' ' || r.period AS cell
  FROM board.duty d JOIN board.period r USING (zone, year, frequency)
  LEFT JOIN board.progress p ON (p.zone, p.subject, p.region, p.period) = (d.zone, d.subject, d.region, r.period)
  WHERE r.opens_at IS NOT NULL AND p.subject IS NULL`

/** The office's own table names the event that stands on the board. */
const DISAGREEING = `
  SELECT r.subject || ' ' || r.region || ' ' || r.period AS cell
  FROM report r LEFT JOIN board.progress p USING (zone, subject, region, period)
  WHERE r.published_event IS DISTINCT FROM p.event_id`

/** Every cell shows what was acknowledged last about it, how often it was reported, and whether two reports collided. */
export async function checkBoard(database: Reading, reports: readonly ReportReceipt[]): Promise<Finding[]> {
  const expected = expectedCells(reports)
  const { rows } = await database.query<Shown>(SHOWN)
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const shown of rows) {
    const cell = expected.get(shown.cell)
    if (cell === undefined) findings.push(wrong(`${shown.cell} is on the board and nobody reported it`))
    else if (seen.has(shown.cell)) findings.push(double(`${shown.cell} is on the board twice`))
    else findings.push(...compare(shown, cell))
    seen.add(shown.cell)
  }
  for (const cell of expected.keys())
    if (!seen.has(cell)) findings.push(lost(`${cell} was reported and is not on the board`))
  const missing = await database.query<{ cell: string }>(MISSING)
  const disagreeing = await database.query<{ cell: string }>(DISAGREEING)
  return [
    ...findings,
    ...missing.rows.map(({ cell }) => wrong(`${cell}: a duty without its cell`)),
    ...disagreeing.rows.map(({ cell }) => wrong(`${cell}: the office’s table and the board name different events`)),
  ]
}

function compare(shown: Shown, { standing, reports, conflict }: ExpectedCell): Finding[] {
  if (shown.reports > reports) return [double(`${shown.cell} counts ${shown.reports} reports, ${reports} were made`)]
  const wan = (sum: number | null) => (sum === null ? null : String(sum))
  const pairs: [string, unknown, unknown][] = [
    ['reports', shown.reports, reports],
    ['event', shown.event_id, standing.eventId],
    ['revision', shown.revision, standing.revision],
    ['kind', shown.kind, standing.kind],
    ['state', shown.state, shown.asked ? 'reported' : 'waiting'],
    ['conflict', shown.conflict, conflict],
    ['nil', shown.nil, standing.nil],
    ['value', plain(shown.value), plain(standing.value)],
    ['stage', shown.stage, standing.stage],
    ['investedYearWan', shown.year_wan, wan(standing.investedYearWan)],
    ['investedTotalWan', shown.total_wan, wan(standing.investedTotalWan)],
    ['progressPercent', plain(shown.percent), plain(standing.progressPercent)],
  ]
  const differing = pairs.filter(([, is, shouldBe]) => is !== shouldBe)
  return differing.length === 0
    ? []
    : [
        wrong(
          `${shown.cell}: ${differing.map(([name, is, shouldBe]) => `${name} is ${String(is)}, should be ${String(shouldBe)}`).join('; ')}`,
        ),
      ]
}
