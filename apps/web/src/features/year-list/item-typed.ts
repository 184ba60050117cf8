import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { ValueOrigin } from '@lianxi/schema/vocabulary'

/** An item while somebody types: figures are text until they are numbers. */
export type Typed = Omit<ItemContent, 'target' | 'project'> & {
  value: string
  origin: ValueOrigin
  planWan: string
  totalWan: string
  sharePercent: string
  milestones: { name: string; dueOn: string }[]
}

const textOf = (figure: number | null | undefined): string =>
  figure === null || figure === undefined ? '' : String(figure)

export function typedOf({ target, project, ...content }: ItemContent): Typed {
  return {
    ...content,
    value: target?.yearValue?.value ?? '',
    origin: target?.yearValue?.origin ?? project?.origin ?? 'list',
    planWan: textOf(project?.planWan),
    totalWan: textOf(project?.totalWan),
    sharePercent: textOf(project?.sharePercent),
    milestones: project?.milestones ?? [],
  }
}

/** Full-width digits, spaces and thousands separators are what people paste; an empty field is no figure, never zero. */
export const plain = (typed: string): string => typed.normalize('NFKC').replace(/[\s,]/g, '')
const whole = (typed: string): number | null => (plain(typed) === '' ? null : Number(plain(typed)))

/** What is typed as the contract has it; what is no number stays wrong and the contract says so at its field. */
export function contentOf(typed: Typed, before: ItemContent, year: number): ItemContent {
  const { value, origin, planWan, totalWan, sharePercent, milestones, ...content } = typed
  const figure = plain(value)
  const yearValue = figure === '' ? null : { year, value: figure, origin }
  return {
    ...content,
    target: before.target && { ...before.target, yearValue, path: withYear(before.target.path, year, yearValue) },
    project: before.project && {
      ...before.project,
      ...{ planWan: whole(planWan), totalWan: whole(totalWan), sharePercent: whole(sharePercent), origin },
      milestones: milestones.filter(({ name, dueOn }) => name.trim() !== '' || dueOn !== ''),
    },
  }
}

type Path = NonNullable<ItemContent['target']>['path']

/** The path holds the year's value too, in the order of years. */
function withYear(path: Path, year: number, value: Path[number] | null): Path {
  const others = path.filter((point) => point.year !== year)
  return [...others, ...(value === null ? [] : [value])].sort((a, b) => a.year - b.year)
}
