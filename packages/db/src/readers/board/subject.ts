import { z } from 'zod'
import type { Reviser } from '@lianxi/domain/plan-revision/rights'
import { ItemListed } from '@lianxi/schema/events/commitments'
import { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { Frequency } from '@lianxi/schema/period'
import type { Cell } from '@lianxi/schema/views/cell'
import type { PeriodView } from '@lianxi/schema/views/common'
import type { DutyView, ItemView, ProjectPromise, SubjectView, TargetPromise } from '@lianxi/schema/views/subject'
import { type Database, type Reading, sql } from '../../client'
import { type Board, CURRENT } from '../base/board'
import { StoredCell } from '../base/cells'
import { readCourses } from '../status/courses'
import { readCrossing, readCrossRegion } from '../cross-region/read'
import { readExtensions, readOwed } from '../duty/extensions'
import { type Frame, readFrame, type Sight } from '../moment/frame'
import { cellJson } from '../base/parts'
import { readRollUps } from './roll-up'
import { bodyName, indicatorWords, placeName, provenance, type Reference, regionName } from '../base/reference'
import { readCellStatuses, readStanding } from '../status/subject'
import { ONLOOKER, readSubjectRevisions } from '../plan/revisions'
import { readReports, type Judge } from './reports-made'

export const SubjectRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('target'), name: z.string(), doc: TargetListed }),
  z.object({ kind: z.literal('project'), name: z.string(), doc: ProjectListed }),
])
export type SubjectRow = z.infer<typeof SubjectRow>

export async function findSubject(
  db: Reading,
  zone: string,
  code: string,
  board: Board = CURRENT,
): Promise<SubjectRow | undefined> {
  const [row] = await db.$queryRaw<unknown[]>(
    sql`SELECT kind, name, doc FROM ${board.subject} s WHERE zone = ${zone} AND code = ${code}`,
  )
  return row === undefined ? undefined : SubjectRow.parse(row)
}

/** What a viewer may see and do. */
export type Viewing = { sight: Sight; judge: Judge; reviser?: Reviser }

/** All there is about one target or project; undefined when the zone has no such subject. */
export async function findSubjectView(
  db: Database,
  zone: string,
  code: string,
  { sight, judge, reviser = ONLOOKER }: Viewing,
  board: Board = CURRENT,
): Promise<SubjectView | undefined> {
  const subject = await findSubject(db, zone, code, board)
  if (subject === undefined) return undefined
  const frame = await readFrame(db, { zone, sight, board })
  const { reference, periods, stream, regions } = frame
  const [items, duties, cells, sideBySide, related, revisions, extensions, owed, standing, statuses, courses] =
    await Promise.all([
      readItems(db, reference, code, regions, board),
      readDuties(frame, code),
      readCells(frame, code),
      readCrossRegion(frame, { subject: code, ...(sight !== null && { withPartOf: regions }) }),
      readRelated(frame, code, subject),
      readSubjectRevisions({ db, reference, board, subject }, { reviser, regions }),
      readExtensions(db, reference, { regions, subject: code }, board),
      board.asOf === null ? readOwed(db, reference, code, regions) : [],
      readStanding(frame, code),
      readCellStatuses(frame, code),
      readCourses(frame, code),
    ])
  const [reports, crossing, rollUps] = await Promise.all([
    readReports(frame, code, cells, judge),
    subject.kind === 'project' ? readCrossing(frame, code, { sight, line: sideBySide[0] }) : null,
    sight === null && subject.kind === 'target'
      ? readRollUps({ ...frame, period: latestReported(frame, cells) }, { subjects: [code] })
      : [],
  ])
  const used = new Set(cells.map((cell) => cell.region))
  const inUse = new Set(cells.map((cell) => cell.period))
  return {
    zone,
    asOf: board.asOf,
    code,
    kind: subject.kind,
    name: subject.name,
    field: subject.doc.domain,
    visibility: subject.doc.visibility,
    source: provenance(reference, subject.doc.source),
    ...promises(reference, subject),
    ...{ revisions, items, duties, standing, statuses, courses },
    maySay: { override: false, object: [], speaksFor: [] },
    cells,
    ...{ extensions, owed },
    regions: regions.filter((region) => used.has(region)).map((region) => regionName(reference, region)),
    periods: periods.filter((known) => inUse.has(known.period)),
    reports,
    ...{ rollUp: rollUps[0] ?? null, sideBySide: sideBySide[0] ?? null, crossing },
    ...related,
    stream,
  }
}

/** The latest period that has a figure, of whatever region; else the page's own. */
function latestReported({ periods, period }: Frame, cells: readonly Cell[]): PeriodView {
  const reported = new Set(cells.flatMap((cell) => (cell.state === 'reported' ? [cell.period] : [])))
  return periods.find((known) => reported.has(known.period)) ?? period
}

/** What the plan promises, of a target or of a project. */
export function promises(
  reference: Reference,
  subject: SubjectRow,
): { target: TargetPromise | null; project: ProjectPromise | null } {
  if (subject.kind === 'target') {
    const {
      indicator,
      unit,
      basis,
      comparator,
      value,
      valueHigh,
      targetYear,
      baseline,
      direction,
      standing,
      holdSide,
    } = subject.doc
    const named = indicator === null ? null : { code: indicator, name: indicatorWords(reference, indicator) }
    const promise = { unit, basis, comparator, value, valueHigh, targetYear, baseline, direction, standing, holdSide }
    return { target: { indicator: named, of: placeName(reference, subject.doc.region), ...promise }, project: null }
  }
  const { category, stage, plannedOutcome, investmentWan, scale, startYear, endYear, crossRegion } = subject.doc
  const regions = subject.doc.regions.map((code) => placeName(reference, code))
  const promise = { category, stage, plannedOutcome, investmentWan, scale, startYear, endYear, crossRegion, regions }
  return { target: null, project: promise }
}

/** Items of the lists, latest year first. */
export async function readItems(
  db: Reading,
  reference: Reference,
  subject: string,
  regions: string[],
  board: Board = CURRENT,
): Promise<ItemView[]> {
  const rows = await db.$queryRaw<{ doc: unknown }[]>(sql`
    SELECT doc FROM ${board.item} i
    WHERE zone = ${reference.zone.code} AND subject = ${subject} AND region = ANY(${regions})
    ORDER BY year DESC, region, position`)
  return rows.map(({ doc }) => itemView(reference, ItemListed.parse(doc)))
}

function itemView(reference: Reference, item: ItemListed): ItemView {
  const { subject: _subject, kind: _kind, order: _order, ...kept } = item
  const list = reference.lists.get(item.list)
  return {
    ...kept,
    listName: list?.name ?? item.list,
    adoptedBy: list?.adoptedBy ?? '',
    adoptedOn: list?.adoptedOn ?? item.deadline,
    region: regionName(reference, item.region),
    leadBody: bodyName(reference, item.leadBody),
    coBodies: item.coBodies.map((body) => bodyName(reference, body)),
  }
}

async function readDuties({ db, board, reference, regions }: Frame, subject: string): Promise<DutyView[]> {
  const rows = await db.$queryRaw<
    { region: string; year: number; body: string; frequency: string; from: string | null; servedBy: string | null }[]
  >(sql`
    SELECT d.region, d.year, h.body, d.frequency, h."from",
      (SELECT o.name FROM ${board.subject} o WHERE o.zone = d.zone AND o.code = d.served_by) AS "servedBy"
    FROM ${board.duty} d
    CROSS JOIN LATERAL jsonb_to_recordset(coalesce(holders, jsonb_build_array(jsonb_build_object('body', body))))
      AS h (body text, "from" text)
    WHERE zone = ${reference.zone.code} AND subject = ${subject} AND region = ANY(${regions})
    ORDER BY year DESC, region, h."from" NULLS FIRST`)
  return rows.map(({ region, year, body, frequency, from, servedBy }) => ({
    region: regionName(reference, region),
    year,
    body: bodyName(reference, body),
    frequency: Frequency.parse(frequency),
    from,
    servedBy,
  }))
}

async function readCells({ db, board, reference, regions }: Frame, subject: string): Promise<Cell[]> {
  const rows = await db.$queryRaw<{ cell: unknown }[]>(sql`
    SELECT ${cellJson('p')} AS cell FROM ${board.progress} p
    WHERE p.zone = ${reference.zone.code} AND p.subject = ${subject} AND p.region = ANY(${regions})
    ORDER BY p.period DESC, p.region`)
  return rows.map(({ cell }) => StoredCell.parse(cell))
}

const SubjectRefs = z.array(z.object({ relation: z.enum(['parent', 'child']), code: z.string(), name: z.string() }))

async function readRelated({ db, board, reference }: Frame, code: string, subject: SubjectRow) {
  const parent = subject.kind === 'project' ? subject.doc.parent : null
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT CASE WHEN s.code = ${parent} THEN 'parent' ELSE 'child' END AS relation, s.code, s.name
    FROM ${board.subject} s
    WHERE s.zone = ${reference.zone.code} AND (s.code = ${parent} OR s.doc->>'parent' = ${code})
    ORDER BY s.name COLLATE zh`)
  const found = SubjectRefs.parse(rows)
  const of = (relation: string) =>
    found.flatMap((row) => (row.relation === relation ? [{ code: row.code, name: row.name }] : []))
  return { parent: of('parent')[0] ?? null, children: of('child') }
}
