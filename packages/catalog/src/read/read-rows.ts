import { z } from 'zod'
import type { CatalogueIssue } from '../issue'
import { locateElements } from './locate'

/** A row of the catalogue and where it stands. */
export type Located<Row> = { row: Row; file: string; line: number }
type Raw = { value: unknown; line: number }

const codeOf = (value: unknown): string | null => {
  const coded = z.object({ code: z.string() }).safeParse(value)
  return coded.success ? coded.data.code : null
}

const notJson = (file: string, line: number, error: unknown): CatalogueIssue => ({
  file,
  line,
  code: null,
  path: '',
  sentence: `不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`,
})

function parseLines(file: string, text: string, issues: CatalogueIssue[]): Raw[] {
  const raws: Raw[] = []
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue
    try {
      raws.push({ value: JSON.parse(content), line: index + 1 })
    } catch (error) {
      issues.push(notJson(file, index + 1, error))
    }
  }
  return raws
}

function parseWhole(file: string, text: string, key: string | null, issues: CatalogueIssue[]): Raw[] {
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch (error) {
    issues.push(notJson(file, 1, error))
    return []
  }
  const rows =
    key === null
      ? z.array(z.unknown()).safeParse(whole)
      : z
          .looseObject({ [key]: z.array(z.unknown()) })
          .transform((object) => object[key])
          .pipe(z.array(z.unknown()))
          .safeParse(whole)
  if (!rows.success) {
    issues.push({ file, line: 1, code: null, path: key ?? '', sentence: '应为一组记录' })
    return []
  }
  const lines = locateElements(text, key)
  return rows.data.map((value, index) => ({ value, line: lines[index] ?? 1 }))
}

/** Reads one file's rows; every fault of every row is added to `issues`, sound rows are returned. */
export function readRows<Schema extends z.ZodType>(
  from: { file: string; text: string; key?: string },
  schema: Schema,
  issues: CatalogueIssue[],
): Located<z.output<Schema>>[] {
  const { file, text } = from
  const raws = file.endsWith('.jsonl')
    ? parseLines(file, text, issues)
    : parseWhole(file, text, from.key ?? null, issues)
  const rows: Located<z.output<Schema>>[] = []
  for (const { value, line } of raws) {
    const parsed = schema.safeParse(value)
    if (parsed.success) rows.push({ row: parsed.data, file, line })
    else {
      for (const fault of parsed.error.issues) {
        issues.push({ file, line, code: codeOf(value), path: fault.path.join('.'), sentence: fault.message })
      }
    }
  }
  return rows
}
