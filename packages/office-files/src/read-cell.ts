import type { CellValue } from 'exceljs'
import { type Cell, EMPTY, tidy } from './plain-cell'
import { exactDecimal, shift } from './plain-number'

const UNCALCULATED = '公式没有计算结果：请在 Excel 或 WPS 中打开并保存一次'
/** What stands in quotes or brackets of a number format is text: `"%"`, `[Red]`. */
const QUOTED = /"[^"]*"|\[[^\]]*\]|\\./g

/** One cell of the library's as the plain cell a rule reads. */
export function readCell(value: CellValue, format: string | undefined): Cell {
  if (value === null || value === undefined) return EMPTY
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'number') return numberCell(value, (format ?? '').replace(QUOTED, '').includes('%'))
  if (typeof value === 'boolean') return textCell(value ? '是' : '否')
  if (value instanceof Date) return dateCell(value)
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''))
  if ('error' in value) return fault(`单元格显示错误值 ${value.error}`)
  if ('formula' in value || 'sharedFormula' in value) {
    // A formula whose result is the empty text has none in the file either; no value at all was never calculated.
    return value.result === undefined ? fault(UNCALCULATED) : readCell(value.result, format)
  }
  return textCell(typeof value.text === 'string' ? value.text : '')
}

function textCell(text: string): Cell {
  const tidied = tidy(text)
  return tidied === '' ? EMPTY : { ...EMPTY, kind: 'text', text: tidied }
}

function numberCell(value: number, percent: boolean): Cell {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return fault('数字过大，无法读取')
  const exact = exactDecimal(value)
  return { ...EMPTY, kind: 'number', text: percent ? shift(exact, 2) : exact, percent }
}

function dateCell(value: Date): Cell {
  if (Number.isNaN(value.getTime())) return fault('日期无法识别')
  const [day = '', time = ''] = value.toISOString().split('T')
  const clock = time.slice(0, 5)
  return { ...EMPTY, kind: 'date', text: clock === '00:00' ? day : `${day} ${clock}` }
}

const fault = (text: string): Cell => ({ ...EMPTY, kind: 'fault', text })
