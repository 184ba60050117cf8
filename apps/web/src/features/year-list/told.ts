import { isUnfilled } from '@lianxi/domain/year-list/item-doubts'
import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'

/** What forms in the browser need of a list: not its items, of which there are hundreds. */
export type FormList = Omit<YearListView, 'items' | 'breakdown' | 'shares' | 'handovers' | 'load'>

export const forForms = ({ items, breakdown, shares, handovers, load, ...list }: YearListView): FormList => list

/** What can be done with the whole list hangs on who answered what, and on whether each item says a figure. */
export type DeedList = Pick<YearListView, 'zone' | 'code' | 'version' | 'phase' | 'region' | 'today' | 'mayDraft'> & {
  items: (Pick<ListItemView, 'code' | 'version' | 'answer' | 'mine' | 'region' | 'name'> & { unfilled: boolean })[]
}

export const forDeeds = ({ zone, code, version, phase, region, today, mayDraft, items }: YearListView): DeedList => ({
  ...{ zone, code, version, phase, region, today, mayDraft },
  items: items.map((item) => ({
    ...{ code: item.code, version: item.version, answer: item.answer, mine: item.mine, region: item.region },
    ...{ name: item.name, unfilled: isUnfilled(item.content, item.qualitative) },
  })),
})
