import type { YearListView } from '@lianxi/schema/views/year-list'

/** Shares that do not make a whole, and what is still to do: an adopted list can only be revised. */
export function sharesText({ adopted }: Pick<YearListView, 'adopted'>, shares: YearListView['shares'][number]): string {
  const parts = shares.parts.map(({ region, percent }) => `${region.shortName} ${percent}%`).join(' + ')
  const deed = adopted === null ? '请核对后再下达' : '清单已下达，有误的请修订事项'
  return `${shares.name}：各地分担比例 ${parts} = ${shares.percent}%，应为 100%，${deed}。`
}
