import { comparePeriods, frequencyOf, periodsOf, yearOf, type Period } from '@lianxi/schema/period'
import { type Course, courseOfProject, courseOfTarget } from './course'
import type { Judgement, ProjectInput, RuleSet, TargetInput } from './types'

/** What one status rests on, with the rules that judged it and what it found reached. */
export type Judged = { inputs: Judgement['inputs']; actual: string | null; rules: RuleSet }
export type Point = { period: Period; value: string | null } & (Course | { expected: null; limits: null })

/** A plan further away than this is not drawn to its end period by period. */
const MOST_TO_COME = 40

/**
 * The course of one region's statuses, first to last: each period against what it was judged by then, and the periods
 * to come against what the last one knows, up to the end of the plan or of what starts anew each year.
 */
export function coursePoints(judged: readonly Judged[]): Point[] {
  const inOrder = [...judged].sort((a, b) => comparePeriods(periodOf(a), periodOf(b)))
  const last = inOrder.at(-1)
  if (last === undefined) return []
  const points = inOrder.map((one) => pointOf(periodOf(one), valueOf(one), courseOf(one)))
  const ahead = toCome(last.inputs).map((period) =>
    pointOf(period, null, courseOf({ ...last, inputs: later(last.inputs, period) })),
  )
  return [...points, ...ahead.filter(({ expected }) => expected !== null)]
}

const periodOf = ({ inputs }: Judged): Period => inputs.given.period

const pointOf = (period: Period, value: string | null, course: Course | undefined): Point => ({
  ...{ period, value },
  ...(course ?? { expected: null, limits: null }),
})

const courseOf = ({ inputs, rules }: Judged): Course | undefined =>
  inputs.kind === 'target' ? courseOfTarget(inputs.given, rules) : courseOfProject(inputs.given, rules)

/** What was reported for the period itself; of a plan's sum or a share, what the judge worked out. */
function valueOf({ inputs, actual }: Judged): string | null {
  if (inputs.kind === 'project') {
    const { reported, investedYearWan } = inputs.given
    return reported && investedYearWan !== null ? String(investedYearWan) : null
  }
  if (inputs.given.basis === 'cumulative' || inputs.given.share !== undefined) return actual
  return inputs.given.figures.find(({ period }) => period === inputs.given.period)?.value ?? null
}

/** What starts anew each year is looked at to the year's end, everything else to the target's. */
export const startsAnew = (inputs: Judgement['inputs']): boolean =>
  inputs.kind === 'project' || inputs.given.basis === 'flow' || inputs.given.basis === 'per-year'

function toCome(inputs: Judgement['inputs']): Period[] {
  const { period } = inputs.given
  const frequency = frequencyOf(period)
  const first = yearOf(period)
  const end = inputs.kind === 'target' && !startsAnew(inputs) ? (inputs.given.target?.year ?? first) : first
  const years = Array.from({ length: Math.max(1, end - first + 1) }, (_, at) => first + at)
  const all = years.flatMap((year) => periodsOf(year, frequency)).filter((one) => comparePeriods(one, period) > 0)
  return all.length > MOST_TO_COME ? [] : all
}

/** The same facts asked for a later period; this year's own value says nothing of another year. */
function later(inputs: Judgement['inputs'], period: Period): Judgement['inputs'] {
  if (inputs.kind === 'project') return { kind: 'project', given: { ...inputs.given, period } satisfies ProjectInput }
  const { given } = inputs
  const yearValue = yearOf(period) === yearOf(given.period) ? given.yearValue : null
  return { kind: 'target', given: { ...given, period, yearValue } satisfies TargetInput }
}
