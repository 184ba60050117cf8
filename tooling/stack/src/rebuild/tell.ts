import type { Difference, TableComparison } from '@lianxi/db/rebuild/compare'

const count = (n: number): string => n.toLocaleString('en-US')

/** A value as it is told: short, and telling apart what is missing and what is empty. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}

/** `XQ-145-T001 510403 2025Q3：value 现为 999，重建为 160.5`, all columns that are not the same. */
export function tellDifference({ key, stands, rebuilt }: Difference): string {
  const place = key.join(' ')
  if (rebuilt === null) return `${place}：现有此行，重建后没有 · stands, but no event says so`
  if (stands === null) return `${place}：现无此行，重建后有 · missing, though the events say so`
  const columns = Object.keys(stands).filter((name) => JSON.stringify(stands[name]) !== JSON.stringify(rebuilt[name]))
  const changes = columns.map(
    (name) => `${name} 现为 stands ${shown(stands[name])}，重建为 rebuilt ${shown(rebuilt[name])}`,
  )
  return `${place}：${changes.join('；')}`
}

/** A line a table, and under it the first rows that differ. */
export function tellTables(tables: readonly TableComparison[]): string[] {
  return tables.flatMap(({ table, rows, rebuilt, differing, differences }) => {
    const sizes = rows === rebuilt ? `${count(rows)} 行` : `${count(rows)} 行 → ${count(rebuilt)} 行`
    const verdict = differing === 0 ? '✓' : `✗ ${count(differing)} 行不同 differ`
    const more = differing > differences.length ? [`    …另有 ${count(differing - differences.length)} 行 more`] : []
    return [
      `  ${table.padEnd(18)} ${sizes}  ${verdict}`,
      ...differences.map((one) => `    ${tellDifference(one)}`),
      ...more,
    ]
  })
}
