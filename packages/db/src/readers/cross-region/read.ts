import { seenOfParts } from '@lianxi/domain/cross-region/decide'
import { openOnes, stands } from '@lianxi/domain/cross-region/settled'
import { disagreements, investedPercents } from '@lianxi/domain/cross-region/side-by-side'
import type { CrossingView, CrossRegionLine, HandoverView, RegionPart } from '@lianxi/schema/views/cross-region'
import { isSaid, type PartRow, readPartRows, saidOf } from './parts'
import type { Frame, Sight } from '../moment/frame'
import { readHandovers } from './handovers'
import { parentsOf, type Reference, regionName, reportingRegions } from '../base/reference'
import { readSettlements, type Settlement, settlementView } from './settlements'

const NOTHING = { value: null, stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null }
type Beside = { settlements: readonly Settlement[]; handovers: readonly HandoverView[] }

/**
 * Cross-region projects with every region's part side by side, those with something open first. Only what regions say
 * about the project is in it, not whether they were in time: partners see each other's parts.
 */
export async function readCrossRegion(
  frame: Frame,
  only: { subject?: string; subjects?: string[]; withPartOf?: string[] } = {},
): Promise<CrossRegionLine[]> {
  const { db, board, reference, period } = frame
  const { subject, withPartOf } = only
  const subjects = subject === undefined ? only.subjects : [subject]
  const zone = reference.zone.code
  const [rows, settlements, handovers] = await Promise.all([
    readPartRows({ db, board, zone, period: period.period, subjects }),
    readSettlements(db, board, { zone, subject }),
    readHandovers(frame, subject === undefined ? {} : { subject }),
  ])
  const lines = group(rows).map((parts) => toLine(reference, parts, { settlements, handovers }))
  const mine = lines.filter(
    ({ parts }) => withPartOf === undefined || parts.some(({ region }) => withPartOf.includes(region.code)),
  )
  return mine.sort((a, b) => urgency(b) - urgency(a))
}

const urgency = ({ open, disagrees, handovers }: CrossRegionLine): number =>
  (open.length > 0 ? 4 : 0) + (handovers.some(({ state }) => state === 'late') ? 2 : 0) + (disagrees.length > 0 ? 1 : 0)

function group(rows: PartRow[]): [PartRow, ...PartRow[]][] {
  const groups = new Map<string, [PartRow, ...PartRow[]]>()
  for (const row of rows) {
    const key = `${row.subject} ${row.period}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [row])
    else known.push(row)
  }
  return [...groups.values()]
}

function toPart(reference: Reference, row: PartRow, invested: ReadonlyMap<string, string>): RegionPart {
  const { value, stage, investedYearWan, investedTotalWan, progressPercent, reportedAt } = row.now
  const said = { value, stage, investedYearWan, investedTotalWan, progressPercent }
  return {
    region: regionName(reference, row.region),
    ...{ sharePercent: row.share, investedPercent: invested.get(row.region) ?? null },
    ...{ reported: isSaid(row), nil: row.nil, reportedAt },
    ...(isSaid(row) ? said : NOTHING),
    last: row.last,
  }
}

function toLine(reference: Reference, rows: [PartRow, ...PartRow[]], beside: Beside): CrossRegionLine {
  const [{ subject, name, field, period }] = rows
  const [said, parents] = [rows.map(saidOf), parentsOf(reference)]
  const invested = investedPercents(said, parents)
  const disagrees = disagreements(said, parents)
  const settled = beside.settlements.filter((one) => one.subject === subject)
  const standing = settled.filter((one) => stands(one, said)).map((one) => settlementView(one, true))
  return {
    ...{ subject, name, field, period, disagrees },
    parts: rows.map((row) => toPart(reference, row, invested)),
    settled: standing.filter(({ what }) => what.some((one) => disagrees.includes(one))),
    open: openOnes(disagrees, settled, said),
    seen: seenOfParts(said),
    handovers: beside.handovers.filter((one) => one.subject === subject),
  }
}

/**
 * What a project's page says beside the parts: all that was settled, and who hands over what to whom. Of an office that
 * has no part in it only what it gives or receives; `sight`: null for who sees the whole zone.
 */
export async function readCrossing(
  frame: Frame,
  subject: string,
  { sight, line }: { sight: Sight; line: CrossRegionLine | undefined },
): Promise<CrossingView> {
  const { db, board, reference, regions } = frame
  const partner = sight === null || line !== undefined
  const [settlements, handovers] = await Promise.all([
    partner ? readSettlements(db, board, { zone: reference.zone.code, subject }) : [],
    line === undefined ? readHandovers(frame, { subject }) : line.handovers,
  ])
  const standing = new Set(line?.settled.map(({ event }) => event))
  const concerns = ({ giver, receiver }: HandoverView) => [giver, receiver].some(({ code }) => regions.includes(code))
  return {
    settlements: settlements.map((one) => settlementView(one, standing.has(one.event))),
    handovers: partner ? handovers : handovers.filter(concerns),
    regions: reportingRegions(reference).map(({ code }) => regionName(reference, code)),
    maySay: false,
  }
}
