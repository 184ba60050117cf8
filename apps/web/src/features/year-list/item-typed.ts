import { decimalFigure, shareFigure, type TypedFigure, wanFigure } from '@lianxi/domain/report/read-figure'
import { curveFigure } from '@lianxi/domain/year-list/monthly-curve'
import { pathWithYear } from '@lianxi/domain/year-list/year-figure'
import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { ValueOrigin } from '@lianxi/schema/vocabulary'

/** An item while somebody types: figures are text until they are numbers. */
export type Typed = Omit<ItemContent, 'target' | 'project'> & {
  value: string
  origin: ValueOrigin
  planWan: string
  totalWan: string
  sharePercent: string
  curve: string
  milestones: { name: string; dueOn: string }[]
}

/** The same as the browser keeps it: each field a text. */
export type Flat = Omit<Typed, 'coBodies' | 'milestones'> & { coBodies: string; milestones: string }

/** Fields of one line hold neither a line's end nor, at a date's place, a tab. */
export const flatOf = ({ coBodies, milestones, ...typed }: Typed): Flat => ({
  ...typed,
  coBodies: coBodies.join(' '),
  milestones: milestones.map(({ name, dueOn }) => `${dueOn}\t${name}`).join('\n'),
})

export const typedFrom = ({ coBodies, milestones, ...typed }: Flat): Typed => ({
  ...typed,
  coBodies: coBodies.split(' ').filter((code) => code !== ''),
  milestones: milestones.split('\n').flatMap((line) => {
    const at = line.indexOf('\t')
    return at < 0 ? [] : [{ name: line.slice(at + 1), dueOn: line.slice(0, at) }]
  }),
})

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
    curve: project?.monthlyPercent?.join(' ') ?? '',
    milestones: project?.milestones ?? [],
  }
}

type Read = { content: ItemContent; faults: Record<string, string> }

/**
 * What is typed as the contract has it, read by the one reader of typed figures; `faults` says by field what it cannot
 * read. An empty field is no figure, never zero.
 */
export function contentOf(typed: Typed, before: ItemContent, year: number): Read {
  const { value, origin, planWan, totalWan, sharePercent, curve, milestones, ...content } = typed
  const faults: Record<string, string> = {}
  const read = <Figure>(field: string, title: string, figure: TypedFigure<Figure>): Figure | null => {
    if (figure.ok) return figure.figure
    faults[field] = `${title}${figure.why}。`
    return null
  }
  const figure = before.target && read('target.yearValue.value', `${year}年目标值`, decimalFigure(value))
  const yearValue = figure === null ? null : { year, value: figure, origin }
  const target = before.target && {
    ...before.target,
    yearValue,
    path: pathWithYear(before.target.path, year, yearValue),
  }
  const project = before.project && {
    ...before.project,
    planWan: read('project.planWan', '年度计划', wanFigure(planWan)),
    totalWan: read('project.totalWan', '总投资', wanFigure(totalWan)),
    sharePercent: read('project.sharePercent', '分担比例', shareFigure(sharePercent)),
    monthlyPercent: read('project.monthlyPercent', '逐月累计', curveFigure(curve)),
    origin,
    milestones: milestones.filter(({ name, dueOn }) => name.trim() !== '' || dueOn !== ''),
  }
  return { content: { ...content, target, project }, faults }
}
