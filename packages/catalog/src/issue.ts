/** What is wrong with the catalogue's data, one entry a fault. `path` is where in the row, `sentence` is for people. */
export type CatalogueIssue = { file: string; line: number; code: string | null; path: string; sentence: string }

/** `targets.jsonl:17 DQ-145-T001 unit: 有数值而无单位` */
export function formatIssue(issue: CatalogueIssue): string {
  return `${issue.file}:${issue.line} ${issue.code ?? '(无编号)'} ${issue.path}: ${issue.sentence}`
}
