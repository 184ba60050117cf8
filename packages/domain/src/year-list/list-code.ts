/** `L-Z-PX-2026` of a zone, `L-510403-2026` of a region: one list an owner and year. */
export const listCodeOf = (zone: string, region: string | null, year: number): string => `L-${region ?? zone}-${year}`

/** The region whose list it is; null for a zone's. */
export const regionOfList = (code: string): string | null => /^L-(\d{6})-\d{4}$/.exec(code)?.[1] ?? null

/**
 * A new list's proposed name: the mechanism's own (转型升级年度重点任务清单) with the owner before it and the year where it
 * speaks of years, 攀西经济区转型升级2026年度重点任务清单. Null: the mechanism has no name for it.
 * @param year as it stands in the form, perhaps half typed
 */
export function listNameOf(owner: string, year: number | string, listName: string | null): string {
  const own = listName ?? '年度重点任务清单'
  return own.includes('年度') ? `${owner}${own.replace('年度', `${year}年度`)}` : `${owner}${year}年${own}`
}
