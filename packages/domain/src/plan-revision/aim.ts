import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { ProjectAim, TargetAim } from '@lianxi/schema/events/revisions'
import { decimalOf, exact } from '../report/exact'

/** What a revision can change of a target; null: it has no number, so nothing. */
export function targetAim({ value, valueHigh, targetYear, yearly = [] }: TargetListed): TargetAim | null {
  return value === null ? null : { value, valueHigh, targetYear, yearly: [...yearly].sort(byYear) }
}

export function projectAim({ investmentWan, startYear, endYear, yearly = [] }: ProjectListed): ProjectAim {
  return { investmentWan, startYear, endYear, yearly: [...yearly].sort(byYear) }
}

/** The whole target with another aim. */
export function revisedTarget({ yearly: _before, ...doc }: TargetListed, { yearly, ...aim }: TargetAim): TargetListed {
  return { ...doc, ...aim, ...(yearly.length > 0 && { yearly }) }
}

/** The same of a project. */
export function revisedProject(
  { yearly: _before, ...doc }: ProjectListed,
  { yearly, ...aim }: ProjectAim,
): ProjectListed {
  return { ...doc, ...aim, ...(yearly.length > 0 && { yearly }) }
}

const byYear = (a: { year: number }, b: { year: number }): number => a.year - b.year

/** Years before the revision holds keep what the plan says of them. */
export const yearsFrom = <Of extends { year: number }>(
  before: readonly Of[],
  fromYear: number,
  after: readonly Of[],
): Of[] => [...before.filter(({ year }) => year < fromYear), ...after].sort(byYear)

/** `120` and `120.0` are one value. */
const plain = (decimal: string | null): string | null => (decimal === null ? null : decimalOf(exact(decimal)))

export function sameTargetAim(one: TargetAim, other: TargetAim): boolean {
  const words = ({ value, valueHigh, targetYear, yearly }: TargetAim) => {
    const years = [...yearly].sort(byYear).map((of) => [of.year, plain(of.value)])
    return JSON.stringify([plain(value), plain(valueHigh), targetYear, years])
  }
  return words(one) === words(other)
}

export function sameProjectAim(one: ProjectAim, other: ProjectAim): boolean {
  const words = ({ investmentWan, startYear, endYear, yearly }: ProjectAim) => {
    const years = [...yearly].sort(byYear).map(({ year, planWan }) => [year, planWan])
    return JSON.stringify([investmentWan, startYear, endYear, years])
  }
  return words(one) === words(other)
}
