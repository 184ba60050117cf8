import { withFigure } from '@lianxi/domain/year-list/year-figure'
import type { ItemContent, TakeItems } from '@lianxi/schema/commands/year-list'
import { readAcceptedBaselines } from '../baseline/known'
import type { Database } from '../client'
import { suggestItem } from '../readers/year-list/suggestion'
import { readReference } from '../readers/base/reference'
import { readSubjects } from '../readers/year-list/one'

/** What is filled in for chosen lines of a plan; lines that no plan has any more are told by their codes. */
export type Filled = { contents: ItemContent[]; unknown: string[] }

/** Fills in chosen lines from their plans, each with the figure the drafter saw or wrote, and what he set for all of them. */
export async function fillItems(
  db: Database,
  { zone, taken, attribute, leader, frequency }: TakeItems,
  year: number,
): Promise<Filled> {
  const [reference, accepted, subjects] = await Promise.all([
    readReference(db, zone),
    readAcceptedBaselines(db, zone),
    readSubjects(
      db,
      zone,
      taken.map(({ subject }) => subject),
    ),
  ])
  const filled: Filled = { contents: [], unknown: [] }
  for (const { subject: code, region, figure } of taken) {
    const subject = subjects.get(code)
    const suggestion = subject && suggestItem(reference, subject, { region, year }, accepted).suggestion
    if (suggestion === undefined || suggestion === null) {
      filled.unknown.push(code)
      continue
    }
    const content = withFigure(suggestion, figure, year)
    filled.contents.push({ ...content, attribute, leader, frequency: frequency ?? content.frequency })
  }
  return filled
}
