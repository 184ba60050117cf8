import { abs } from './exact'
import type { CheckThresholds } from '@lianxi/schema/check-thresholds'

/** What a figure is held against; absent: nobody said it. All in the figure's own unit. */
export type References = {
  /** The last figure of the same sum. */
  before?: bigint | undefined
  /** What it is to come to: the year's plan, the whole, the target. */
  plan?: bigint | undefined
}

/**
 * How the figure itself says that work has begun. `quiet`: preparatory, or nothing done yet: an honest sum may be of any
 * smallness. `building`: a share of the work is done, so a share of the money is spent.
 */
export type Course = 'quiet' | 'unknown' | 'building'

export type Mixed = 'before' | 'plan'

const above = (value: bigint, reference: bigint, times: number): boolean => value > reference * BigInt(times)

/**
 * 万元 and 亿元 (or 元) mixed up: ten thousand times too much or too little, or a hundred million times. Two witnesses,
 * and where both speak they must agree: a first real payment is a hundred times the fees before it and still within the
 * plan; a plan that was written too small does not unsay a steady series. Which witness it was, or undefined.
 */
export function mixedUnit(
  figure: bigint,
  { before, plan }: References,
  course: Course,
  thresholds: CheckThresholds['unit'],
) {
  const value = abs(figure)
  if (value === 0n) return undefined
  const last = before === undefined || before === 0n ? undefined : abs(before)
  const whole = plan === undefined || plan === 0n ? undefined : abs(plan)
  return tooMuch(value, last, whole, thresholds) ?? tooLittle(value, last, whole, course, thresholds)
}

function tooMuch(
  value: bigint,
  last: bigint | undefined,
  whole: bigint | undefined,
  { overBefore, overPlan, overPlanKnown }: CheckThresholds['unit'],
): Mixed | undefined {
  if (whole === undefined) return last !== undefined && above(value, last, overBefore) ? 'before' : undefined
  if (!above(value, whole, overPlan)) return undefined
  const goesOn = last !== undefined && !above(value, last, overBefore)
  if (goesOn) return above(value, whole, overPlanKnown) ? 'plan' : undefined
  return last === undefined ? 'plan' : 'before'
}

function tooLittle(
  value: bigint,
  last: bigint | undefined,
  whole: bigint | undefined,
  course: Course,
  { underBefore, underPlan, underPlanBuilding }: CheckThresholds['unit'],
): Mixed | undefined {
  if (last !== undefined) return above(last, value, underBefore) ? 'before' : undefined
  if (whole === undefined || course === 'quiet') return undefined
  return above(whole, value, course === 'building' ? underPlanBuilding : underPlan) ? 'plan' : undefined
}
