import type { CatalogueIssue } from '../issue'
import type { Located } from '../read/read-rows'

type Coded = { code: string }
export type Fault = (path: string, sentence: string) => void

/** Runs `check` on every row, with a function that records a fault at that row. */
export function checkEach<Row extends Coded>(
  rows: Located<Row>[],
  issues: CatalogueIssue[],
  check: (row: Row, fault: Fault) => void,
): void {
  for (const { row, file, line } of rows) {
    check(row, (path, sentence) => {
      issues.push({ file, line, code: row.code, path, sentence })
    })
  }
}

export const codesOf = (rows: Located<Coded>[]): Set<string> => new Set(rows.map(({ row }) => row.code))
