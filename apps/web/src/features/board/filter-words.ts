import { Period, periodLabel } from '@lianxi/schema/period'
import { Status, status as statuses } from '@lianxi/schema/status-vocabulary'
import { CELL_FILTER_LABELS, CellFilter } from '@lianxi/schema/views/cell'
import { CHANGE_LABELS, ChangeKind } from '@lianxi/schema/views/changes'
import { MATRIX_LABELS, MatrixFilter } from '@lianxi/schema/views/matrix'
import { Attribute, attribute, Disagreement, disagreement } from '@lianxi/schema/vocabulary'

type Named = readonly { code: string; name: string }[]
type Names = { regions: Named; plans?: Named; lists?: Named; bodies?: Named }

const FILTERS = ['region', 'field', 'status', 'show', 'attribute', 'plan', 'list', 'body', 'q', 'scope'] as const
/** As an address has them, or as a contract read them. */
type Asked = Partial<Record<(typeof FILTERS)[number] | 'period' | 'change' | 'what', string | undefined>> & {
  crossRegion?: string | boolean | undefined
}

const said = (words: readonly (string | undefined)[]): string[] => words.filter((one) => one !== undefined)

const named = (label: string, list: Named | undefined, code: string | undefined): string | undefined =>
  code === undefined ? undefined : `${label} ${list?.find((one) => one.code === code)?.name ?? code}`

/** What every list can be narrowed to. */
const common = ({ region, field, q }: Asked, { regions }: Names) => ({
  place: [named('地区', regions, region), field === undefined ? undefined : `领域 ${field}`],
  words: q === undefined ? undefined : `名称或编号含“${q}”`,
})

/** What a list of targets or projects, or of both, was narrowed to, in the words of its form. */
export function listFilters(asked: Asked, names: Names): string[] {
  const { place, words } = common(asked, names)
  const [status, show] = [Status.safeParse(asked.status), CellFilter.safeParse(asked.show)]
  const marked = Attribute.safeParse(asked.attribute)
  const crossing = asked.crossRegion === undefined ? undefined : String(asked.crossRegion) === 'true'
  return said([
    ...place,
    status.success ? `状态 ${statuses.labels[status.data]}` : undefined,
    show.success ? `填报情况 ${CELL_FILTER_LABELS[show.data]}` : undefined,
    marked.success ? `属性 ${attribute.labels[marked.data]}` : undefined,
    named('出自规划', names.plans, asked.plan),
    named('年度清单', names.lists, asked.list),
    named('牵头单位', names.bodies, asked.body),
    asked.scope === 'all' ? '范围 规划全部' : undefined,
    crossing === undefined ? undefined : crossing ? '只看跨区域' : '不含跨区域',
    words,
  ])
}

/** The same of 变化. */
export function changeFilters(asked: Asked, names: Names): string[] {
  const [change, period] = [ChangeKind.safeParse(asked.change), Period.safeParse(asked.period)]
  return said([
    change.success ? `变化 ${CHANGE_LABELS[change.data]}` : undefined,
    period.success ? `报告期 ${periodLabel(period.data)}` : undefined,
    ...common(asked, names).place,
  ])
}

/** The same of 跨区域项目对照. */
export function matrixFilters(asked: Asked, names: Names): string[] {
  const { place, words } = common(asked, names)
  const [show, what] = [MatrixFilter.safeParse(asked.show), Disagreement.safeParse(asked.what)]
  return said([
    ...place,
    show.success ? `核对情况 ${MATRIX_LABELS[show.data]}` : undefined,
    what.success ? `不一致 ${disagreement.labels[what.data]}` : undefined,
    words,
  ])
}

export const filterNote = (filters: readonly string[]): string =>
  `筛选：${filters.length === 0 ? '无' : filters.join('；')}`
