import type { ItemContent, Proposal } from '@lianxi/schema/commands/year-list'

type Path = NonNullable<ItemContent['target']>['path']

/** The path holds the year's value too, in the order of years. */
export function pathWithYear(path: Path, year: number, value: Path[number] | null): Path {
  const others = path.filter((point) => point.year !== year)
  return [...others, ...(value === null ? [] : [value])].sort((a, b) => a.year - b.year)
}

/** The item with a proposed figure: it is the list's own then, and no longer the plan's. What is not proposed stays. */
export function withProposal(content: ItemContent, { value, planWan }: Proposal, year: number): ItemContent {
  const { target, project } = content
  if (target !== null && value !== null) {
    const yearValue = { year, value, origin: 'list' as const }
    return { ...content, target: { ...target, yearValue, path: pathWithYear(target.path, year, yearValue) } }
  }
  if (project !== null && planWan !== null) return { ...content, project: { ...project, planWan, origin: 'list' } }
  return content
}

/** The item with exactly the figure the drafter saw or wrote: unchanged it keeps where it comes from, empty it is none. */
export function withFigure(content: ItemContent, figure: Proposal, year: number): ItemContent {
  const { target, project } = content
  if (target !== null) {
    const { yearValue, path } = target
    if (figure.value === null) return { ...content, target: { ...target, yearValue: null } }
    if (figure.value !== yearValue?.value) return withProposal(content, figure, year)
    return { ...content, target: { ...target, path: pathWithYear(path, year, yearValue) } }
  }
  if (project === null || project.planWan === figure.planWan) return content
  return figure.planWan === null
    ? { ...content, project: { ...project, planWan: null } }
    : withProposal(content, figure, year)
}
