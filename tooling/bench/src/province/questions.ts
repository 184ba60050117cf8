import { z } from 'zod'
import type { HttpSession } from '../http-session'
import { codeOf, DAY, endOf, GROUPS, iso, LAST_QUARTER, QUARTERS, SAMPLE, ZONE } from './setting'

/** Something a reader asks for, over HTTP; `rows` of what came, so that nobody takes an empty answer for a fast one. */
export type Question = { name: string; ask: (session: HttpSession) => Promise<number> }

const Rows = z.looseObject({ total: z.int(), rows: z.array(z.unknown()) })
const Tiles = z.looseObject({ tiles: z.array(z.unknown()) })
const Reports = z.looseObject({ reports: z.array(z.unknown()) })

type Input = Record<string, string | number>
const list = (what: 'targets' | 'projects' | 'changes', input: Input, name: string): Question => ({
  name: `${what}: ${name}`,
  ask: async (session) => (await session.query(`board.${what}`, { zone: ZONE, ...input }, Rows)).rows.length,
})
const overview = (input: Input, name: string): Question => ({
  name: `overview${name}`,
  ask: async (session) => (await session.query('board.overview', { zone: ZONE, ...input }, Tiles)).tiles.length,
})
const page = (path: string, name: string): Question => ({
  name,
  ask: async (session) => (await session.page(path)).length,
})

const REGION = GROUPS[0]?.regions[1].code ?? ''
const subject = (nth: string): string => `P-${REGION}-${nth}${codeOf(SAMPLE)}`
const detail = (nth: string, input: Input, name: string): Question => ({
  name,
  ask: async (session) => {
    const asked = { zone: ZONE, subject: subject(nth), ...input }
    return (await session.query('board.subject', asked, Reports)).reports.length
  },
})

/** The board as it stands. */
export const CURRENT: readonly Question[] = [
  overview({}, ''),
  list('targets', {}, 'as listed'),
  list('targets', { status: 'behind', sort: 'value', direction: 'desc' }, '滞后, by value'),
  list('targets', { region: REGION }, 'of a region'),
  list('targets', { show: 'overdue', period: '2025Q3' }, '未报 of last quarter'),
  list('projects', {}, 'as listed'),
  list('projects', { page: 30 }, 'page 30'),
  list('projects', { sort: 'status' }, 'by status'),
  list('projects', { sort: 'name', page: 3 }, 'by name, page 3'),
  list('projects', { field: '基础设施', status: 'seriously-behind' }, 'of a field, 严重滞后'),
  list('projects', { show: 'problems' }, 'with problems'),
  list('projects', { q: '工程 3' }, 'found by name'),
  list('projects', { scope: 'all', sort: 'total' }, 'whole plans, by investment'),
  detail('T0', {}, 'detail of a target'),
  detail('P3', {}, 'detail of a project'),
]

export const PAGES: readonly Question[] = [
  page('/board', 'page: overview'),
  page('/board/projects?sort=status', 'page: projects by status'),
  page(`/board/projects/${subject('P3')}`, 'page: detail of a project'),
]

/** Twenty moments of five years: some days after each quarter fell due, the last one's while it is reported. */
const MOMENTS = QUARTERS.map((period, quarter) => {
  const moment = quarter < LAST_QUARTER ? endOf(quarter) + 21 * DAY : endOf(quarter) + 9 * DAY
  return { asOf: iso(moment).slice(0, 10), before: iso(moment - 7 * DAY).slice(0, 10), period }
})

export const PAST: readonly Question[] = MOMENTS.flatMap(({ asOf, before, period }) => [
  overview({ asOf, period }, ` as of ${asOf}`),
  list('projects', { asOf, comparedWith: before, period, sort: 'status' }, `as of ${asOf} beside ${before}`),
])
export const CHANGES: readonly Question[] = MOMENTS.map(({ asOf, before }) =>
  list('changes', { asOf, comparedWith: before }, `${before} to ${asOf}`),
)
