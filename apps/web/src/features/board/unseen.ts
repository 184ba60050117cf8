type Named = readonly { code: string }[]
/** What the viewer may choose; absent: the page has no such filter. */
export type Offered = { regions: Named; bodies?: Named }

/** Which place of the address is not among those the viewer may choose; null: all are. */
export function unseenOf(
  { region, body }: Record<string, string | undefined>,
  { regions, bodies }: Offered,
): string | null {
  const lacks = (list: Named | undefined, code: string | undefined) =>
    list !== undefined && code !== undefined && !list.some((one) => one.code === code)
  if (lacks(regions, region)) return `地区（${region ?? ''}）`
  return lacks(bodies, body) ? `单位（${body ?? ''}）` : null
}
