import type { PlanSheetKind, SheetMapping } from '@lianxi/schema/commands/plan-import'
import type { Sheet } from '@lianxi/office-files/plain-cell'
import { sameWords } from './derived-code'
import { FIELDS, yearField, yearOfField } from './fields'
import { type Head, headsOf } from './heads'

const KINDS = ['plan', 'indicator', 'target', 'project'] as const
/** Heads stand near the top, below a title, a document number, notes. */
const LOOKED_AT = 20
const SHEET_WORDS: Record<PlanSheetKind, RegExp> = {
  plan: /^规划/,
  indicator: /^指标/,
  target: /目标/,
  project: /项目|工程/,
}

type Guess = { kind: PlanSheetKind; headRow: number; columns: SheetMapping['columns']; score: number }

/** What a sheet seems to be, from the words of its heads and its name; a proposal the person can change. */
export function guessMapping(sheet: Sheet): SheetMapping {
  const unread: SheetMapping = { sheet: sheet.name, kind: null, headRow: 0, firstRow: 0, columns: [], defaults: [] }
  if (sheet.hidden) return unread
  const guesses = sheet.rows.slice(0, LOOKED_AT).flatMap(({ number }) => {
    const heads = headsOf(sheet, number)
    return KINDS.map((kind): Guess => {
      const columns = guessColumns(kind, heads)
      const bonus = SHEET_WORDS[kind].test(sheet.name) ? 1.5 : 0
      return { kind, headRow: number, columns, score: columns.length + bonus }
    })
  })
  const best = guesses.reduce<Guess | undefined>(
    (so, one) => (so === undefined || one.score > so.score ? one : so),
    undefined,
  )
  if (best === undefined || best.columns.length < 2 || !best.columns.some(({ field }) => field === 'name'))
    return unread
  const { kind, headRow, columns } = best
  return { ...unread, kind, headRow, firstRow: headRow + 1, columns }
}

/**
 * A sheet of which a person said what it is, before he said what its columns are: those whose heads are known are filled
 * in. Without the row of the heads it is the one that knows most; with columns everything is his already.
 */
export function completeMapping(sheet: Sheet, mapping: SheetMapping): SheetMapping {
  const { kind, headRow, columns } = mapping
  if (kind === null || columns.length > 0) return mapping
  const rows = headRow > 0 ? [headRow] : sheet.rows.slice(0, LOOKED_AT).map(({ number }) => number)
  const [first, ...others] = rows.map((row) => ({ row, columns: guessColumns(kind, headsOf(sheet, row)) }))
  if (first === undefined) return mapping
  const best = others.reduce((so, one) => (one.columns.length > so.columns.length ? one : so), first)
  return { ...mapping, headRow: best.row, firstRow: best.row + 1, columns: best.columns }
}

/** Columns whose head is a field's own or one of its words; each field once, the template's head before other words. */
export function guessColumns(kind: PlanSheetKind, heads: readonly Head[]): SheetMapping['columns'] {
  const taken = new Map<string, number>()
  const free = (head: Head) => ![...taken.values()].includes(head.column)
  const take = (field: string, head: Head | undefined) => {
    if (head !== undefined && !taken.has(field) && free(head)) taken.set(field, head.column)
  }
  for (const { name, head } of FIELDS[kind]) {
    take(
      name,
      heads.find((one) => one.name === sameWords(head) && (one.year === null || name === 'baseline')),
    )
  }
  for (const head of heads) if (free(head)) take(yearlyField(kind, head) ?? '', head)
  taken.delete('')
  for (const { name, words = [] } of FIELDS[kind]) {
    for (const word of words)
      take(
        name,
        heads.find((one) => one.name === sameWords(word) && free(one)),
      )
  }
  if (kind === 'target' && !taken.has('value')) lastYearIsTheTarget(taken)
  return [...taken].map(([field, column]) => ({ column, field })).sort((a, b) => a.column - b.column)
}

/** 2026年, 2027年 … 2030年目标值 and no column of its own: the last year's is what the plan promises. */
function lastYearIsTheTarget(taken: Map<string, number>): void {
  const last = [...taken.keys()]
    .filter((field) => yearOfField(field) !== undefined)
    .sort()
    .at(-1)
  const column = taken.get(last ?? '')
  if (last === undefined || column === undefined) return
  taken.delete(last)
  taken.set('value', column)
}

/** `2026年目标`, `各年目标2027`, `2026年计划投资`, a bare `2028`; `2020年基期` is the baseline, with its year. */
function yearlyField(kind: PlanSheetKind, { name, year }: Head): string | undefined {
  if (year === null || (kind !== 'target' && kind !== 'project')) return undefined
  if (kind === 'target' && /^(基期|基数|现状)/.test(name)) return 'baseline'
  const words = kind === 'target' ? /^$|目标/ : /^$|投资|计划/
  return words.test(name) ? yearField(year) : undefined
}
