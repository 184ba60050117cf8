import { type RollingView, type Rung, rung as rungs } from '@lianxi/schema/library-vocabulary'
import type { Stage } from '@lianxi/schema/vocabulary'
import { isBelow } from './library'

/** What is known of when a project starts and is completed. Years, months and days as text compare as they stand. */
export type Timing = {
  rung: Rung | null
  /** The days it reached rungs, as recorded in the library. */
  reached: Partial<Record<Rung, string>>
  /** Planned in the library (年月), else by the plan (年). */
  startIn: string | null
  completeIn: string | null
}

/** `recorded`: a date in the library says so; `planned`: a plan or schedule does; `rung`: only where it stands. */
export type RollingPlace = { view: RollingView; basis: 'recorded' | 'planned' | 'rung' }

const yearOf = (moment: string | null | undefined): number | undefined =>
  moment === null || moment === undefined ? undefined : Number(moment.slice(0, 4))

/**
 * The one view of a year a project is in: 投产 completed in it, 开工 started in it, 续建 begun before and not completed
 * before it ends, 储备 not begun. What is recorded wins over what is planned. Undefined: completed before the year, or
 * nothing is known that would place it.
 */
export function rollingPlace({ rung, reached, startIn, completeIn }: Timing, year: number): RollingPlace | undefined {
  const completed = yearOf(reached.completed)
  if (completed !== undefined && completed <= year) {
    return completed === year ? { view: 'completing', basis: 'recorded' } : undefined
  }
  // Completed, nobody said when: not this year's business.
  if (rung === 'completed' && completed === undefined) return undefined
  const started = yearOf(reached['under-construction'])
  const begun = started !== undefined ? started <= year : rung === 'under-construction' || rung === 'completed'
  if (yearOf(completeIn) === year) return { view: 'completing', basis: 'planned' }
  if (started === year) return { view: 'starting', basis: 'recorded' }
  if (begun) return { view: 'continuing', basis: started === undefined ? 'rung' : 'recorded' }
  const planned = yearOf(startIn)
  if (planned === year) return { view: 'starting', basis: 'planned' }
  const over = (yearOf(completeIn) ?? year) < year
  if (planned !== undefined && planned < year && rung === null && !over) return { view: 'continuing', basis: 'planned' }
  if (planned !== undefined && planned > year) return { view: 'reserve', basis: 'planned' }
  return rung === null ? undefined : { view: 'reserve', basis: 'rung' }
}

/** The rung a reported stage belongs to; 停工 is a stage of building. */
const rungOf = (stage: Stage): Rung => (stage === 'suspended' ? 'under-construction' : stage)

/** What regions report against what the library says; undefined: they agree, or one of them says nothing. */
export function findContradiction(rung: Rung | null, reported: readonly Stage[]): string | undefined {
  if (rung === null) return undefined
  const ahead = reported.find((stage) => isBelow(rung, rungOf(stage)))
  if (ahead !== undefined) return `填报为“${labelOf(ahead)}”，储备库仍为“${rungs.labels[rung]}”`
  const building = !isBelow(rung, 'under-construction')
  const behind = building ? reported.find((stage) => isBelow(rungOf(stage), rung)) : undefined
  return behind === undefined ? undefined : `储备库已为“${rungs.labels[rung]}”，填报仍为“${labelOf(behind)}”`
}

const labelOf = (stage: Stage): string => (stage === 'suspended' ? '停工' : rungs.labels[stage])
