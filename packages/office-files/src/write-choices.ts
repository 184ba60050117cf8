import type { DataValidation, Worksheet } from 'exceljs'
import { columnLetters } from './plain-cell'
import type { Column } from './table-spec'

/** Excel takes 255 signs of choices inside a cell's rule; a hidden sheet takes any number of them. */
export const CHOICES_SHEET = '选项'

/** Gives a list's range on the hidden sheet, which is made with the first list; the same list is written once. */
export type Choices = (list: readonly string[]) => string

export function createChoices(makeSheet: () => Worksheet): Choices {
  const written = new Map<string, string>()
  let sheet: Worksheet | undefined
  return (list) => {
    const key = JSON.stringify(list)
    const known = written.get(key)
    if (known !== undefined) return known
    sheet ??= makeSheet()
    const column = written.size + 1
    for (const [index, choice] of list.entries()) sheet.getCell(index + 1, column).value = choice
    const letter = columnLetters(column)
    const range = `${CHOICES_SHEET}!$${letter}$1:$${letter}$${list.length}`
    written.set(key, range)
    return range
  }
}

/** The library's own property, missing in its types: rules by range, so that 2,000 rows are one rule. */
type WithRules = { dataValidations: { add(range: string, rule: DataValidation): void } }
const hasRules = (sheet: unknown): sheet is WithRules =>
  typeof sheet === 'object' && sheet !== null && 'dataValidations' in sheet

/** Puts a column's choices and hint on a range. Choices are offered, not enforced: the reader of the file judges. */
export function validate(sheet: Worksheet, range: string, { choices, hint }: Column, listOf: Choices): void {
  if ((choices === undefined || choices.length === 0) && hint === undefined) return
  if (!hasRules(sheet)) throw new Error('exceljs: a worksheet without dataValidations')
  const prompt =
    hint === undefined ? {} : { showInputMessage: true, prompt: hint.slice(0, 250), promptTitle: '填写说明' }
  const rule: DataValidation =
    choices === undefined || choices.length === 0
      ? { type: 'custom', formulae: ['TRUE'], allowBlank: true, ...prompt }
      : { type: 'list', formulae: [listOf(choices)], allowBlank: true, showErrorMessage: false, ...prompt }
  sheet.dataValidations.add(range, rule)
}
