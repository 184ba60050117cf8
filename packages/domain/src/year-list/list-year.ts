type Plan = { periodStart: number; periodEnd: number }

/** Lists of the next plan's first years are begun before it is issued. */
const AHEAD = 5

/**
 * Years a list can be about: from the first year of the zone's plans on, to one plan's length after the last. Null: there
 * is no plan to say. A list of a mistyped year would stand among the others for ever.
 */
export function listYears(plans: Iterable<Plan>): { first: number; last: number } | null {
  const all = [...plans]
  if (all.length === 0) return null
  return {
    first: Math.min(...all.map(({ periodStart }) => periodStart)),
    last: Math.max(...all.map(({ periodEnd }) => periodEnd)) + AHEAD,
  }
}
