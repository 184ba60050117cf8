import type { CellFilter } from '@lianxi/schema/views/cell'
import type {
  ProjectList,
  ProjectRow,
  ProjectsInput,
  TargetList,
  TargetRow,
  TargetsInput,
} from '@lianxi/schema/views/lists'
import { type Database, empty, raw, type Sql, sql } from '../../client'
import { type Board, type Boards, CURRENT } from '../base/board'
import type { Recall } from '../moment/recall'
import { readCrossRegion } from '../cross-region/read'
import { type Frame, readFrame, type Sight } from '../moment/frame'
import { commonRow, filterOptions, startOf, StoredProjectRow, StoredTargetRow, totalOf } from './list-row'
import { ChosenRow, choosingQuery, listQuery, type ListQuery, type Needs } from './list-query'
import { z } from 'zod'
import { wholeOf } from '../base/reference'
import { readRollUps } from './roll-up'
import { worstFirst } from '../status/read'

const directed = (column: Sql, direction: 'asc' | 'desc'): Sql =>
  sql`${column} ${raw(direction === 'asc' ? 'ASC' : 'DESC')} NULLS LAST`

const STATE_ORDER = sql`array_position(ARRAY['returned', 'overdue', 'waiting', 'pending', 'reported'], p.state)`

/** Columns a list can be ordered by; Chinese names by pinyin. */
const ORDERS = {
  position: sql`b.region, b.position`,
  name: sql`coalesce(s.name, b.subject) COLLATE zh`,
  region: sql`b.region`,
  field: sql`s.domain COLLATE zh`,
  state: STATE_ORDER,
  status: worstFirst('st'),
  dueAt: sql`p.due_at`,
  reportedAt: sql`p.reported_at`,
  value: sql`coalesce(p.value, last.value)`,
  investedYear: sql`coalesce(p.invested_year_wan, last.invested_year_wan)`,
  progress: sql`coalesce(p.progress_percent, last.progress_percent)`,
  total: sql`coalesce(((SELECT i.doc FROM ${CURRENT.item} i WHERE i.zone = b.zone AND i.code = b.item)->'project'->>'totalWan')::bigint, (s.doc->>'investmentWan')::bigint)`,
} satisfies Record<TargetsInput['sort'] | ProjectsInput['sort'], Sql>

/** What both lists say beside their rows. */
const around = ({ board, reference, periods, period, regions, stream }: Frame) => ({
  ...{ asOf: board.asOf, period, stream },
  options: filterOptions(reference, periods, period, regions),
})

type Sort = keyof typeof ORDERS
const BY_CELL: readonly Sort[] = ['state', 'status', 'dueAt', 'reportedAt', 'value', 'investedYear', 'progress']
const BY_STATUS: readonly CellFilter[] = ['attention', 'overridden', 'contested']
const BY_LAST: readonly Sort[] = ['value', 'investedYear', 'progress']

/** Which parts of a filing decide which rows come and in which order. */
function needsOf({ sort, status, show }: { sort: Sort; status?: unknown; show?: CellFilter | undefined }): Needs {
  const ofStatus = sort === 'status' || status !== undefined || (show !== undefined && BY_STATUS.includes(show))
  const shown = show !== undefined && show !== 'disagrees' && show !== 'not-asked'
  return { cell: ofStatus || shown || BY_CELL.includes(sort), status: ofStatus, last: BY_LAST.includes(sort) }
}

const query = (
  { board, period, regions }: Frame,
  sight: Sight,
  compared: Board | null,
  input: { sort: Sort; direction: 'asc' | 'desc'; status?: unknown; show?: CellFilter | undefined },
) => ({
  needs: needsOf(input),
  compared,
  board,
  period: period.period,
  regions,
  wholeZone: sight === null,
  order: directed(ORDERS[input.sort], input.direction),
  extra: empty,
})

const Named = z.object({ subject: z.string() })
type PageRow = { total: number; row: unknown }
type ListBoards = Boards & { recall?: Recall }

/**
 * Rows of the input's page. With `recall` the pages of a past board are asked for one after the other: which rows they
 * have is chosen once, of all at once. Most look at the first page only, so that one is chosen alone.
 */
async function readRows(db: Database, query: ListQuery, recall: Recall | undefined): Promise<PageRow[]> {
  const { board, input, kind, period, regions } = query
  const isPast = board.asOf !== null
  const { page, pageSize, ...asked } = input
  if (recall === undefined || !isPast || page === 1) {
    const rows = isPast || query.needs.cell ? await chooseRows(db, query, 'page') : undefined
    return db.$queryRaw<PageRow[]>(listQuery(query, rows))
  }
  const question = JSON.stringify(['rows', kind, board.asOf, period, regions, query.wholeZone, asked])
  const all = await recall(question, () => chooseRows(db, query, 'all'))
  return db.$queryRaw<PageRow[]>(listQuery(query, all.slice((page - 1) * pageSize, page * pageSize)))
}

/**
 * Chooses rows by what stands in their cells. How many rows a past board has PostgreSQL guesses far too low; what is then
 * joined row by row takes minutes in a province, so that way of joining is not taken.
 */
async function chooseRows(db: Database, query: ListQuery, part: 'all' | 'page'): Promise<ChosenRow[]> {
  const rows = await db.$transaction(async (tx) => {
    await tx.$executeRaw(sql`SET LOCAL enable_nestloop = off`)
    return tx.$queryRaw<unknown[]>(choosingQuery(query, part))
  })
  return z.array(ChosenRow).parse(rows)
}

/** The targets the year's lists ask for, with what was last reported. */
export async function readTargets(
  db: Database,
  input: TargetsInput,
  sight: Sight,
  { board, compared, recall }: ListBoards = { board: CURRENT, compared: null },
): Promise<TargetList> {
  const frame = await readFrame(db, { zone: input.zone, period: input.period, sight, board })
  const asked = { input, kind: 'target' as const, disagreeing: [], ...query(frame, sight, compared, input) }
  const rows = await readRows(db, asked, recall)
  const { page, pageSize } = input
  const targets = rows.map(({ row }) => toTarget(frame, row))
  const subjects = [...new Set(targets.map(({ subject }) => subject))]
  return {
    rows: targets,
    rollUps: sight === null && subjects.length > 0 ? await readRollUps(frame, { subjects }) : [],
    total: rows[0]?.total ?? 0,
    page,
    pageSize,
    ...around(frame),
  }
}

function toTarget(frame: Frame, stored: unknown): TargetRow {
  const row = StoredTargetRow.parse(stored)
  const { doc, item } = row
  const yearValue = item?.target?.yearValue ?? null
  return {
    ...commonRow(frame, row),
    unit: doc.unit,
    basis: doc.basis,
    doneOn: row.doneOn,
    comparator: doc.comparator,
    baseline: startOf(doc, row.region, item),
    planOf: wholeOf(frame.reference, doc, row.region),
    planValue: doc.value,
    planValueHigh: doc.valueHigh,
    targetYear: doc.targetYear,
    yearValue: yearValue === null ? null : { value: yearValue.value, origin: yearValue.origin },
  }
}

/** The projects the year's lists ask for; parts of one project in several regions are rows of their own. */
export async function readProjects(
  db: Database,
  input: ProjectsInput,
  sight: Sight,
  { board, compared, recall }: ListBoards = { board: CURRENT, compared: null },
): Promise<ProjectList> {
  const frame = await readFrame(db, { zone: input.zone, period: input.period, sight, board })
  // Which projects disagree is asked of all only by the filter, else of the page's.
  const all = input.show === 'disagrees' ? await readCrossRegion(frame) : []
  const disagreeing = all.flatMap((line) => (line.disagrees.length > 0 ? [line.subject] : []))
  const extra =
    input.crossRegion === undefined ? empty : sql`AND (s.doc->>'crossRegion')::boolean = ${input.crossRegion}`
  const asked = { input, kind: 'project' as const, ...query(frame, sight, compared, input), disagreeing, extra }
  const rows = await readRows(db, asked, recall)
  const shown = [...new Set(rows.map(({ row }) => Named.parse(row).subject))]
  const lines = await readCrossRegion(frame, { subjects: shown })
  const disagrees = new Map(lines.map((line) => [line.subject, line.disagrees]))
  const { page, pageSize } = input
  return {
    rows: rows.map(({ row }) => toProject(frame, row, disagrees)),
    total: rows[0]?.total ?? 0,
    page,
    pageSize,
    ...around(frame),
  }
}

function toProject(frame: Frame, stored: unknown, disagrees: Map<string, ProjectRow['disagrees']>): ProjectRow {
  const row = StoredProjectRow.parse(stored)
  const { doc, item } = row
  return {
    ...commonRow(frame, row),
    crossRegion: doc.crossRegion,
    ...totalOf(doc, item),
    planWan: item?.project?.planWan ?? null,
    planOrigin: item?.project?.origin ?? null,
    startYear: doc.startYear,
    endYear: doc.endYear,
    disagrees: disagrees.get(row.subject) ?? [],
  }
}
