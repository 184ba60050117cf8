import { frequencyOf, ordinalOf, type Period, previousPeriod, yearOf } from '@lianxi/schema/period'
import { isListed } from '../lists/item'
import type { ListedItem } from '../lists/year-lists'
import { chance } from './chance'
import { stageAt } from './project-figure'
import { OPEN_QUARTER } from './stops'

/** How the filing of one item of one period went. */
export type Course =
  | 'on-time'
  | 'nil'
  | 'late'
  | 'missing'
  | 'sent-back-first'
  | 'returned-and-reported-again'
  | 'corrected'
  | 'returned'
  | 'submitted'
  | 'draft'
  | 'sent-back'

/** What is told by name: the open quarter's cases that people and tests look for, and one late report before it. */
const TOLD: Readonly<Record<string, Course>> = {
  '2025Q2|510403|XQ-CY-P121': 'late',
  '2025Q3|510400|PX-145-T001': 'corrected',
  '2025Q3|510400|PX-145-P243': 'on-time',
  '2025Q3|513400|PX-145-P243': 'on-time',
  '2025Q3|510400|PX-145-P118': 'on-time',
  '2025Q3|513400|PX-145-P118': 'on-time',
  '2025Q3|510402|DQ-145-T021': 'returned',
  '2025Q3|510403|XQ-CY-P120': 'returned',
  '2025Q3|513400|PX-145-P103': 'returned',
  '2025Q3|513400|PX-145-P098': 'sent-back',
  '2025Q3|510402|DQ-145-P090': 'submitted',
  '2025Q3|510403|XQ-CY-P004': 'submitted',
  '2025Q3|510403|XQ-CY-T001': 'missing',
  '2025Q3|510403|XQ-CY-P025': 'missing',
  '2025Q3|510403|XQ-CY-T095': 'missing',
  '2025Q3|510402|PX-145-T001': 'on-time',
  '2025Q3|510403|PX-145-T001': 'on-time',
  '2025Q3|513400|PX-145-T001': 'on-time',
}

/** Most reports come in time; a few are late, corrected, returned, sent back by their own office, or never come. */
export function courseOf(listed: ListedItem, period: Period): Course {
  const { region, item } = listed
  const told = TOLD[`${period}|${region.code}|${item.subject}`]
  if (told !== undefined) return told
  const words = [item.subject, region.code, period]
  const luck = chance('course', ...words)
  if (period === OPEN_QUARTER)
    return luck < 0.46 ? 'on-time' : luck < 0.62 ? 'submitted' : luck < 0.74 ? 'draft' : 'missing'
  if (luck < 0.008) return isFirst(listed, period) ? 'late' : 'missing'
  if (luck < 0.045) return 'late'
  if (luck < 0.06) return 'sent-back-first'
  if (luck < 0.085) return 'returned-and-reported-again'
  if (luck < 0.105) return 'corrected'
  return canBeNil(listed, period) && chance('nil', ...words) < 0.5 ? 'nil' : 'on-time'
}

/** The first period a subject is asked for: nothing can be unchanged, and nobody forgets it. */
const isFirst = ({ item, year }: ListedItem, period: Period): boolean =>
  ordinalOf(period) === 1 && !isListed(item, year - 1)

/** 本期无变化: counts that stayed the same within a year, and preparatory work that only waits. */
function canBeNil(listed: ListedItem, period: Period): boolean {
  const { item } = listed
  if (ordinalOf(period) === 1 || ordinalOf(period) === 4 || frequencyOf(period) !== 'quarter') return false
  if (item.kind === 'target') return item.decimals === 0 && item.actual[yearOf(period) - item.from] === 0
  const month = ordinalOf(period) * 3
  const before = ordinalOf(previousPeriod(period)) * 3
  const stage = stageAt(item, listed.year, month)
  const waits = stage === 'reserve' || stage === 'preliminary' || stage === 'suspended'
  return waits && stage === stageAt(item, listed.year, before)
}
