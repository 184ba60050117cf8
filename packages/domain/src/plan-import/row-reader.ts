import { type Cell, EMPTY, type SheetRow } from '@lianxi/office-files/plain-cell'
import { findNumber } from '@lianxi/office-files/plain-number'
import type { PlanSheetKind, SheetMapping } from '@lianxi/schema/commands/plan-import'
import { sameWords } from './derived-code'
import { type Fault, faultAt } from './fault'
import { fieldHead, FIELDS } from './fields'
import type { Head } from './heads'

/** What a rule about one row has in hand: values by field, each fault with its place. */
export type RowReader = {
  row: number
  /** Is there a column or a default for it? What no column speaks of stays as the board has it. */
  has: (field: string) => boolean
  cell: (field: string) => Cell
  head: (field: string) => Head | undefined
  text: (field: string, max: number) => string | null
  year: (field: string) => number | null
  /** The key of a choice, written as its label or key. */
  choice: <Word extends string>(field: string, labels: Readonly<Record<Word, string>>) => Word | null
  /** A number as it stands; merged ones are refused, because each row would count it again. */
  number: (field: string) => { value: string; percent: boolean } | null
  error: (field: string | null, what: string) => void
  warning: (field: string | null, what: string) => void
}

export type SheetReading = { sheet: string; kind: PlanSheetKind; heads: ReadonlyMap<number, Head>; faults: Fault[] }

const YEARS = /^(19[89]\d|20[0-5]\d|2060)年?$/

export function readRow(
  mapping: SheetMapping,
  { sheet, kind, heads, faults }: SheetReading,
  { number, cells }: SheetRow,
): RowReader {
  const columns = new Map(mapping.columns.map(({ field, column }) => [field, column]))
  const defaults = new Map(mapping.defaults.map(({ field, value }) => [field, value]))
  const add = (level: Fault['level'], field: string | null, what: string) =>
    void faults.push(
      faultAt(
        level,
        { sheet, row: number, ...(field !== null && { head: fieldHead(kind, field), column: columns.get(field) }) },
        what,
      ),
    )
  const error = (field: string | null, what: string) => add('error', field, what)
  const told = new Set<string>()
  const cell = (field: string): Cell => {
    const column = columns.get(field)
    const own = column === undefined ? EMPTY : (cells[column - 1] ?? EMPTY)
    if (own.kind === 'fault') {
      if (!told.has(field)) error(field, own.text)
      told.add(field)
      return EMPTY
    }
    const instead = own.kind === 'empty' ? defaults.get(field) : undefined
    return instead === undefined ? own : { ...EMPTY, kind: 'text', text: instead }
  }
  return {
    row: number,
    has: (field) => columns.has(field) || defaults.has(field),
    head: (field) => heads.get(columns.get(field) ?? 0),
    ...{ cell, error, warning: (field, what) => add('warning', field, what) },
    text: (field, max) => {
      const { text } = cell(field)
      if (text.length > max) error(field, `不超过${max}字，现有${text.length}字，请精简`)
      return text === '' ? null : text.slice(0, max)
    },
    year: (field) => {
      const { text } = cell(field)
      const year = YEARS.exec(text.replace(/\s/g, ''))?.[1]
      if (text !== '' && year === undefined) error(field, `“${text}”不是年份，请写1980至2060之间的四位年份，如2030`)
      return year === undefined ? null : Number(year)
    },
    choice: (field, labels) => choiceOf(cell(field).text, field, labels, error),
    number: (field) => numberOf(cell(field), field, error),
  }
}

type Say = (field: string, what: string) => void

function choiceOf<Word extends string>(
  text: string,
  field: string,
  labels: Readonly<Record<Word, string>>,
  error: Say,
): Word | null {
  if (text === '') return null
  const said = sameWords(text)
  for (const word in labels) if (said === word || said === sameWords(labels[word])) return word
  error(field, `“${text}”不在可选的词中，请从“${Object.values(labels).join('、')}”中选`)
  return null
}

function numberOf(cell: Cell, field: string, error: Say): { value: string; percent: boolean } | null {
  if (cell.kind === 'empty') return null
  if (cell.mergedFrom !== null) {
    error(field, `数字在合并单元格${cell.mergedFrom}中，会被各行重复计入：请取消合并，分别填写`)
    return null
  }
  const found = findNumber(cell)
  if (found === undefined) error(field, `“${cell.text}”不是数字，请只写数字，单位写在单位列或表头`)
  else if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(found.value)) {
    error(field, `“${cell.text}”整数超过15位或小数超过6位，请核对单位`)
    return null
  }
  return found ?? null
}

/** Fields a new row needs and the sheet has neither a column nor a default for: said once a sheet. */
export function missingFields(kind: PlanSheetKind, mapping: SheetMapping): string[] {
  const given = new Set([...mapping.columns, ...mapping.defaults].map(({ field }) => field))
  return FIELDS[kind].flatMap(({ name, needed }) => (needed === true && !given.has(name) ? [name] : []))
}
