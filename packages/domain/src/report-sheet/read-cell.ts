import { type Cell, tidy } from '@lianxi/office-files/plain-cell'
import { findNumber, halfWidth } from '@lianxi/office-files/plain-number'
import { CalendarDate } from '@lianxi/schema/decimal'

/** What a cell says for its field, or why it cannot be taken, in words. */
export type CellRead<Said = string> = { ok: true; said: Said } | { ok: false; why: string }
const said = <Said>(value: Said): CellRead<Said> => ({ ok: true, said: value })
const no = (why: string): { ok: false; why: string } => ({ ok: false, why })

const DASHES = /^[-—–―－_/／\\]+$/
const DITTO = /^(同上|同前|〃|″|")$/
const NONE = /^(无|没有|暂无|none)$/i
const UNIT = /(万亿元?|亿元?|万元?|元)$/

const DITTO_WHY = '“同上”换了行序就会指错，请写明内容'

function refusedFigure(text: string): string | undefined {
  if (DASHES.test(text)) return '这不是数：没有发生的填0，尚无数据的留空，没有变化的标明“本期无变化”'
  if (NONE.test(text)) return '“无”不是数：没有发生的填0，尚无数据的留空'
  return DITTO.test(text) ? DITTO_WHY : undefined
}

/** What can be wrong before a figure is read at all. */
function refusedCell(cell: Cell): string | undefined {
  if (cell.kind === 'fault') return cell.text
  if (cell.mergedFrom !== null)
    return `内容在合并单元格${cell.mergedFrom}中，分不清属于哪一行：请取消合并，各行分别填写`
  return undefined
}

/** A figure in its column's unit, as text for the same reading a form's field gets. `percent`: the unit is %. */
export function readFigure(cell: Cell, { percent, money }: { percent: boolean; money: boolean }): CellRead {
  if (cell.kind === 'empty') return said('')
  const refused = refusedCell(cell) ?? refusedFigure(cell.text)
  if (refused !== undefined) return no(refused)
  if (cell.kind === 'date') return no('这是日期，应填数；请把单元格格式改为“常规”后重新填写')
  const number = findNumber(cell)
  if (number === undefined) {
    const unit = UNIT.exec(halfWidth(cell.text))?.[1]
    if (unit !== undefined && money) return no(`只填数，单位是万元；写“${unit}”的请自行换算，系统不替您换算`)
    return cell.text.length > 40 ? no('这不是数：只填数，文字请写在文字栏') : said(cell.text)
  }
  if (number.percent && !percent) return no('单元格是百分数，本栏的单位不是%：请按本栏单位填数')
  return said(number.value)
}

/** Words of a report; a dash alone says nothing. */
export function readWords(cell: Cell, max: number): CellRead {
  if (cell.kind === 'empty') return said('')
  const refused = refusedCell(cell)
  if (refused !== undefined) return no(refused)
  if (DITTO.test(cell.text)) return no(DITTO_WHY)
  if (DASHES.test(cell.text)) return said('')
  return cell.text.length > max ? no(`不超过${max}字，现有${cell.text.length}字，请精简`) : said(cell.text)
}

/** The key of a choice; nothing else is taken. */
export function readChoice<Word extends string>(
  cell: Cell,
  labels: Readonly<Record<Word, string>>,
): CellRead<Word | null> {
  const words = readWords(cell, 40)
  if (!words.ok || words.said === '') return words.ok ? said(null) : words
  const text = halfWidth(words.said).replace(/\s/g, '')
  for (const word in labels) if (labels[word] === text) return said(word)
  return no(`不在可选的词中，请从“${Object.values(labels).join('、')}”中选`)
}

const WRITTEN = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/
/** Excel's days: 2000-01-01 to 2060-12-31, counted from 1899-12-30. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 58_806]
const DAY_MS = 86_400_000

/** A calendar day: a date cell, its bare serial, or text as people write dates. */
export function readDay(cell: Cell): CellRead {
  if (cell.kind === 'empty') return said('')
  const refused = refusedCell(cell) ?? (DITTO.test(cell.text) ? DITTO_WHY : undefined)
  if (refused !== undefined) return no(refused)
  if (DASHES.test(cell.text) || NONE.test(cell.text)) return said('')
  const day = findDay(cell.text)
  return day === undefined ? no(whyNoDay(cell.text)) : said(day)
}

/** What was written as a day and is none, or no day at all. */
export const whyNoDay = (written: string): string =>
  WRITTEN.test(plainDay(written)) ? '没有这一天，请核对日期' : '不是日期，请写作2025-09-30'

const plainDay = (written: string): string =>
  halfWidth(tidy(written))
    .replace(/\s/g, '')
    .replace(/(?<=\d)00:00(:00)?$/, '')

export function findDay(written: string): string | undefined {
  const text = plainDay(written)
  if (/^\d{5}$/.test(text)) {
    const serial = Number(text)
    if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined
    return new Date(Date.UTC(1899, 11, 30) + serial * DAY_MS).toISOString().slice(0, 10)
  }
  const [, year = '', month = '', day = ''] = WRITTEN.exec(text) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return CalendarDate.safeParse(iso).success ? iso : undefined
}

/** 无 and a dash in a list of things mean that there are none. */
export const saysNone = (text: string): boolean => text === '' || NONE.test(text) || DASHES.test(text)
