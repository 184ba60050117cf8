import type { RegionName } from '@lianxi/schema/views/common'

/** Bodies under their city, in the order of the cities' codes; bodies keep theirs. */
export function byCity<Row extends { city: RegionName }>(rows: readonly Row[]): { city: RegionName; of: Row[] }[] {
  const found = new Map<string, { city: RegionName; of: Row[] }>()
  for (const row of rows) {
    const known = found.get(row.city.code) ?? { city: row.city, of: [] }
    known.of.push(row)
    found.set(row.city.code, known)
  }
  return [...found.values()].sort((a, b) => (a.city.code < b.city.code ? -1 : 1))
}

export const sumOf = <Name extends string>(rows: readonly Record<Name, number>[], name: Name): number =>
  rows.reduce((sum, row) => sum + row[name], 0)
