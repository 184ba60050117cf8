import type { Entry, ProjectEntry, TargetEntry } from '@lianxi/schema/commands/entry'
import type { TargetListed } from '@lianxi/schema/events/facts'
import { ordinalOf, type Period, previousPeriod } from '@lianxi/schema/period'
import { decimalText } from '../lists/figure'
import type { ProjectItem, TargetItem } from '../lists/item'
import type { ListedItem, Subjects } from '../lists/year-lists'
import { noteOf, projectEntry, targetEntry } from './entries'
import { projectFigure } from './project-figure'

/** What was wrong with a first report: a figure, or only that words were missing. */
export type Flaw = 'figure' | 'words'

/** What the office types when it has it right. */
export function rightEntry({ item, region }: ListedItem, period: Period, subjects: Subjects): Entry {
  return item.kind === 'target'
    ? targetEntry(item, targetOf(subjects, item.subject), region.code, period)
    : projectEntry(item, region.code, period, subjects.projects.get(item.subject)?.domain ?? '产业发展')
}

/** What it typed at first where the report was corrected or returned later: a flash figure, or too few words. */
export function flawedEntry(listed: ListedItem, period: Period, subjects: Subjects): { entry: Entry; flaw: Flaw } {
  const { item, region } = listed
  if (item.kind === 'target') {
    const target = targetOf(subjects, item.subject)
    return flawedTarget(item, target, period, targetEntry(item, target, region.code, period))
  }
  const right = projectEntry(item, region.code, period, subjects.projects.get(item.subject)?.domain ?? '产业发展')
  return flawedProject(item, region.code, period, right)
}

function flawedTarget(
  item: TargetItem,
  listed: TargetListed,
  period: Period,
  right: TargetEntry,
): { entry: Entry; flaw: Flaw } {
  const value = listed.basis === 'flag' ? '' : decimalText(Number(right.value) * 0.982, item.decimals)
  if (value === right.value) return { entry: { ...right, figureSource: '（演示）', note: '' }, flaw: 'words' }
  return { entry: { ...right, value, note: noteOf(item, listed, period, value) }, flaw: 'figure' }
}

/** Three tenths of what the quarter brought were not counted yet. */
function flawedProject(
  item: ProjectItem,
  region: string,
  period: Period,
  right: ProjectEntry,
): { entry: Entry; flaw: Flaw } {
  const { investedYearWan, investedTotalWan } = projectFigure(item, region, period)
  const before = ordinalOf(period) === 1 ? 0 : projectFigure(item, region, previousPeriod(period)).investedYearWan
  const missed = Math.round((investedYearWan - before) * 0.3)
  if (missed === 0) return { entry: { ...right, problems: '', nextStep: '' }, flaw: 'words' }
  const sums = {
    investedYearWan: String(investedYearWan - missed),
    investedTotalWan: String(investedTotalWan - missed),
  }
  return { entry: { ...right, ...sums }, flaw: 'figure' }
}

function targetOf({ targets }: Subjects, subject: string): TargetListed {
  const target = targets.get(subject)
  if (target === undefined) throw new Error(`${subject} is not in the catalogue`)
  return target
}
