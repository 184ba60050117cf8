import { Readable } from 'node:stream'
import { streamWorkbook } from '@lianxi/office-files/stream-workbook'
import { ChangesInput } from '@lianxi/schema/views/changes'
import type { Moment } from '@lianxi/schema/moment'
import { EXPORT_PAGE } from '@lianxi/schema/views/common'
import { OverviewInput } from '@lianxi/schema/views/overview'
import { type FilterOptions, ProjectsInput, TargetsInput } from '@lianxi/schema/views/lists'
import { MatrixInput } from '@lianxi/schema/views/matrix'
import { changeFilters, filterNote, listFilters, matrixFilters } from '../features/board/filter-words'
import { askedMoment, comparedWords, pictureMoment } from '../features/board/moment-words'
import { minuteOf } from '../features/ui/format'
import { fileName } from './attachment'
import { CHANGE_PARTS, type Part, PROJECT_PARTS, TARGET_PARTS } from './board-file'
import { matrixParts } from './matrix-file'
import { overviewWorkbook } from './overview-file'
import type { appRouter } from './routers/index'
import type { createCallerFactory } from './trpc'

type Api = ReturnType<ReturnType<typeof createCallerFactory<(typeof appRouter)['_def']['record']>>>
type Query = Record<string, unknown>
type Page<Row> = { rows: Row[]; total: number }
/** One picture, page by page: the same rights, filters and moment as the page on the screen. */
type Paged<Row> = (page: number) => Promise<Page<Row>>

async function* rowsOf<Row>(first: Page<Row>, paged: Paged<Row>, parts: readonly Part<Row>[]) {
  const valuesOf = (row: Row) => parts.map(({ of }) => of(row))
  for (const row of first.rows) yield valuesOf(row)
  for (let page = 2; (page - 1) * EXPORT_PAGE < first.total; page += 1) {
    for (const row of (await paged(page)).rows) yield valuesOf(row)
  }
}

/** What somebody keeps, and under which name. */
export type BoardFile = { name: string; body: Readable }

type File<Row> = {
  name: string
  kept: string
  title: string
  notes: string[]
  parts: readonly Part<Row>[]
  paged: Paged<Row>
}

/** Reads the first page before anything is answered, so that a refusal is still one. */
async function fileOf<Row>({ name, kept, title, notes, parts, paged }: File<Row>): Promise<BoardFile> {
  const first = await paged(1)
  const columns = parts.map(({ column }) => column)
  const body = streamWorkbook({
    name,
    title,
    notes: [...notes, `共 ${first.total} 条`],
    columns,
    rows: rowsOf(first, paged, parts),
  })
  return { name: kept, body }
}

/** Which commit a picture shows, so that all its pages show the same; undefined: nothing was committed yet. */
const stampOf = ({ asOf, stream }: { asOf: string | null; stream: { stamp: string | null } | null }) =>
  asOf ?? stream?.stamp ?? undefined

/** Zone and what, of which period, and of which moment where one was asked for. */
const nameOf = (title: string, period: string | undefined, asked: Moment | undefined): string =>
  fileName([title, period, asked === undefined ? undefined : `口径 ${askedMoment(asked)}`], 'xlsx')

/** The zone's own name, as its head says it. */
async function zoneNameOf(api: Api, zone: string): Promise<string> {
  return (await api.session.me()).zones.find(({ code }) => code === zone)?.name ?? zone
}

/** Both lists: the picture of the first page is that of all others, also when the board moves on in between. */
async function listFile<Input extends TargetsInput | ProjectsInput, Row>(
  api: Api,
  input: Input,
  list: { name: string; parts: readonly Part<Row>[]; read: (input: Input) => Promise<Page<Row> & ListFrame> },
): Promise<BoardFile> {
  const ofPage = (page: number, asOf = input.asOf) => list.read({ ...input, page, pageSize: EXPORT_PAGE, asOf })
  const first = await ofPage(1)
  const stamp = stampOf(first)
  const notes = [
    `报告期：${first.period.label}；口径时点：${pictureMoment(input.asOf, stamp ?? null)}`,
    filterNote(listFilters(input, first.options)),
  ]
  const title = `${await zoneNameOf(api, input.zone)}${list.name}清单`
  const paged = (page: number) => (page === 1 && first.asOf !== null ? Promise.resolve(first) : ofPage(page, stamp))
  const kept = nameOf(title, first.period.label, input.asOf)
  return fileOf({ name: list.name, kept, title, notes, parts: list.parts, paged })
}
type ListFrame = {
  asOf: string | null
  stream: { stamp: string | null } | null
  period: { label: string }
  options: FilterOptions
}

/** Beside each row of one of the zone's own targets what its regions come to together. */
const withRollUps = (api: Api) => async (input: TargetsInput) => {
  const list = await api.board.targets(input)
  const rollUps = new Map(list.rollUps.map((one) => [one.subject, one]))
  return { ...list, rows: list.rows.map((row) => ({ ...row, rollUp: rollUps.get(row.subject) })) }
}

async function changesFile(api: Api, input: ChangesInput): Promise<BoardFile> {
  const ofPage = (page: number, asOf = input.asOf) => api.board.changes({ ...input, page, pageSize: EXPORT_PAGE, asOf })
  const first = await ofPage(1)
  const { comparedWith, regions } = first
  const stamp = stampOf(first)
  const compared = comparedWith === null ? '没有可以对比的时点' : comparedWords(first, input.comparedWith)
  const notes = [
    `口径时点：${pictureMoment(input.asOf, stamp ?? null)}；对比：${compared}`,
    filterNote(changeFilters(input, { regions })),
  ]
  const paged = (page: number) => ofPage(page, stamp)
  const title = `${first.zone.name}变化`
  const until = stamp === undefined ? undefined : `截至 ${minuteOf(stamp)}`
  const kept = input.asOf === undefined ? fileName([title, until], 'xlsx') : nameOf(title, undefined, input.asOf)
  return fileOf({ name: '变化', kept, title, notes, parts: CHANGE_PARTS, paged })
}

async function matrixFile(api: Api, input: MatrixInput): Promise<BoardFile> {
  const ofPage = (page: number, asOf = input.asOf) =>
    api.board.crossRegion({ ...input, page, pageSize: EXPORT_PAGE, asOf })
  const first = await ofPage(1)
  const stamp = stampOf(first)
  const notes = [
    `报告期：${first.period.label}；口径时点：${pictureMoment(input.asOf, stamp ?? null)}`,
    filterNote(matrixFilters(input, first)),
  ]
  const parts = matrixParts(first.columns, first.period.fellDue)
  const title = `${first.zone.name}跨区域项目对照`
  const kept = nameOf(title, first.period.label, input.asOf)
  return fileOf({ name: '跨区域项目对照', kept, title, notes, parts, paged: (page) => ofPage(page, stamp) })
}

async function overviewFile(api: Api, input: OverviewInput): Promise<BoardFile> {
  const overview = await api.board.overview(input)
  const body = Readable.from([await overviewWorkbook(overview, input.asOf)])
  return { name: nameOf(`${overview.zone.name}协同进展`, overview.period.label, input.asOf), body }
}

/** What can be exported, each by the procedure of its page; undefined: the address asks for nothing there is. */
export function boardFile(api: Api, what: string, query: Query): Promise<BoardFile> | undefined {
  if (what === 'overview') {
    const { data } = OverviewInput.safeParse(query)
    return data && overviewFile(api, data)
  }
  if (what === 'targets') {
    const { data } = TargetsInput.safeParse(query)
    return data && listFile(api, data, { name: '目标', parts: TARGET_PARTS, read: withRollUps(api) })
  }
  if (what === 'projects') {
    const { data } = ProjectsInput.safeParse(query)
    return data && listFile(api, data, { name: '项目', parts: PROJECT_PARTS, read: api.board.projects })
  }
  if (what === 'cross-region') {
    const { data } = MatrixInput.safeParse(query)
    return data && matrixFile(api, data)
  }
  if (what !== 'changes') return undefined
  const { data } = ChangesInput.safeParse(query)
  return data && changesFile(api, data)
}
