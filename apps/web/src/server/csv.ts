const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** A cell never becomes a formula in a spreadsheet: what somebody wrote must stay text; a plain number stays a number. */
export const csvCell = (text: string): string =>
  `"${(FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** The mark of UTF-8 that office suites need at the beginning. */
export const BYTE_ORDER_MARK = '\u{feff}'
