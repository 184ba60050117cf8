import type { JudgedBasis, SaidStatus } from '@lianxi/schema/status-vocabulary'
import type { TargetPromise } from '@lianxi/schema/views/subject'

const LIMIT: readonly SaidStatus[] = ['met', 'breached', 'undeterminable']
const BY_DATE: readonly SaidStatus[] = ['achieved', 'on-track', 'behind', 'seriously-behind', 'undeterminable']
const PROJECT: readonly SaidStatus[] = ['achieved', 'ahead', ...BY_DATE.slice(1)]
const PATH: readonly SaidStatus[] = [...PROJECT.slice(0, -1), 'regressing', 'undeterminable']

/** What can be said of a subject that is judged so, also by hand: a project does not 突破, a limit is not 快于预期. */
export function sayableOf(basis: JudgedBasis): readonly SaidStatus[] {
  switch (basis) {
    case 'standing':
    case 'relative':
      return LIMIT
    case 'project':
      return PROJECT
    case 'flag':
      return BY_DATE
    case 'stock':
    case 'flow':
    case 'cumulative':
    case 'per-year':
    case 'growth':
    case 'ratio':
      return PATH
    default:
      return basis satisfies never
  }
}

type Promised = Pick<TargetPromise, 'basis' | 'comparator' | 'value' | 'standing'>
/** How a plan's target is judged as far as the plan alone says; without a value of its own it is compared with others. */
export function basisOfPromise({ basis, comparator, value, standing }: Promised): JudgedBasis {
  if (basis === 'flag' || comparator === 'qualitative') return 'flag'
  if (value === null) return 'relative'
  return standing ? 'standing' : basis
}
