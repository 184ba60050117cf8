/** Does a region lie in one of the others, at whatever level? What lies inside is compared with the whole, never added. */
export function isInside(
  region: string,
  others: ReadonlySet<string>,
  parents: ReadonlyMap<string, string | null>,
): boolean {
  const parent = parents.get(region) ?? null
  return parent !== null && (others.has(parent) || isInside(parent, others, parents))
}

/** Those that lie in no other one of them, in the order given: what may be added. */
export function outermost(regions: readonly string[], parents: ReadonlyMap<string, string | null>): string[] {
  const all = new Set(regions)
  return regions.filter((region) => !isInside(region, all, parents))
}
