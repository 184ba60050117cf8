/** Which listing stands for a listing: itself, or the one it was merged into, however long the chain. */
export function leadersOf(merged: ReadonlyMap<string, string>): (code: string) => string {
  return (code) => {
    const seen = new Set<string>()
    let leader = code
    // A cycle cannot come from the web; from a topic it may, and then the first in order leads.
    for (let next = merged.get(leader); next !== undefined; next = merged.get(leader)) {
      seen.add(leader)
      if (seen.has(next)) return [...cycleOf(merged, next)].sort()[0] ?? next
      leader = next
    }
    return leader
  }
}

/** Codes under which plans list the same project as `code`, as far as somebody merged them. */
export function listedAs(code: string, merged: ReadonlyMap<string, string>): Set<string> {
  const leaderOf = leadersOf(merged)
  const leader = leaderOf(code)
  return new Set([code, leader, ...[...merged.keys()].filter((other) => leaderOf(other) === leader)])
}

function cycleOf(merged: ReadonlyMap<string, string>, start: string): Set<string> {
  const cycle = new Set([start])
  for (let next = merged.get(start); next !== undefined && !cycle.has(next); next = merged.get(next)) cycle.add(next)
  return cycle
}
