import { canonical, findNumber, halfWidth, shift } from '@lianxi/office-files/plain-number'
import type { Comparator } from '@lianxi/schema/vocabulary'
import type { RowReader } from './row-reader'

/** Places between a unit of money and 万元. */
const TO_WAN: Record<string, number> = { 元: -4, 万元: 0, 万: 0, 亿元: 4, 亿: 4, 万亿元: 8 }
const SUFFIX = /(万亿元|亿元|万元|元|亿|万)$/

/** Converts money between units exactly: `12.5` 亿元 → `125000` 万元. Undefined for other units. */
export function convertMoney(value: string, from: string, to: string): string | undefined {
  const [a, b] = [TO_WAN[from], TO_WAN[to]]
  return a === undefined || b === undefined ? undefined : shift(value, a - b)
}

/**
 * Money in whole 万元. The unit stands in the cell itself, else in the unit's column, else in the head; a figure nobody
 * gave a unit for is not taken.
 */
export function readWan(at: RowReader, field: string): number | null {
  const cell = at.cell(field)
  if (cell.kind === 'empty') return null
  const text = halfWidth(cell.text).replace(/\s/g, '')
  const written = SUFFIX.exec(text)?.[1]
  const stated = at.cell('investmentUnit').text
  const unit = written ?? (stated === '' ? (at.head(field)?.unit ?? '') : stated)
  if (!(unit in TO_WAN)) {
    at.error(field, '没有写明是万元还是亿元：请在表头写“（万元）”或“（亿元）”，或另设“投资单位”列')
    return null
  }
  const number =
    written === undefined ? at.number(field) : findNumber({ text: text.replace(SUFFIX, ''), percent: false })
  if (written !== undefined && (number === undefined || cell.mergedFrom !== null)) at.number(field)
  if (number === null || number === undefined) return null
  const wan = convertMoney(number.value, unit, '万元') ?? ''
  if (/^\d{1,12}$/.test(wan)) return Number(wan)
  at.error(field, `“${cell.text}”按${unit}折算不是非负的整数万元，请核对`)
  return null
}

export type Promise = { comparator: Comparator | null; value: string | null; high: string | null; percent: boolean }

const SIGNS: [RegExp, Comparator][] = [
  [/^(≥|>=|不低于|不少于)/, 'ge'],
  [/^(≤|<=|不高于|不超过|控制在)/, 'le'],
  [/^(>|高于|超过)/, 'gt'],
  [/^(<|低于)/, 'lt'],
  [/^(约|左右)/, 'approx'],
]

/** A target's value as plans write it: `≥95`, `≤4%`, `约300`, `3-5`, `95以上`, `4%以内`, or the bare number. */
export function readPromise(at: RowReader, field: string): Promise | null {
  const cell = at.cell(field)
  if (cell.kind === 'empty') return null
  const plain = cell.kind === 'number' ? at.number(field) : findNumber(cell)
  if (cell.mergedFrom !== null) return at.number(field) === null ? null : null
  if (plain === null) return null
  if (plain !== undefined) return { comparator: null, value: plain.value, high: null, percent: plain.percent }
  const text = halfWidth(cell.text).replace(/\s/g, '')
  const range = /^(-?[\d.,]+%?)[-~～—至](-?[\d.,]+%?)$/.exec(text)
  const [low, high] = [range?.[1], range?.[2]].map((part) => part && findNumber({ text: part, percent: false }))
  if (low && high) return { comparator: 'range', value: low.value, high: high.value, percent: high.percent }
  const sign = SIGNS.find(([sign]) => sign.test(text))
  const [said, rest] =
    sign === undefined ? trailing(text) : [sign[1], text.replace(sign[0], '').replace(/以内$|以上$|左右$/, '')]
  const number = said === null ? undefined : findNumber({ text: rest, percent: false })
  if (number !== undefined) return { comparator: said, value: number.value, high: null, percent: number.percent }
  at.error(field, `“${cell.text}”不是数字，可以写成 95、≥95、≤4、约300 或 3-5；定性目标请不填数值`)
  return null
}

function trailing(text: string): [Comparator | null, string] {
  if (text.endsWith('以上')) return ['ge', text.slice(0, -2)]
  if (text.endsWith('以内') || text.endsWith('以下')) return ['le', text.slice(0, -2)]
  return text.endsWith('左右') ? ['approx', text.slice(0, -2)] : [null, text]
}

const isPercent = (unit: string | null): boolean => unit !== null && /^[%％]$|^百分/.test(unit)

/** A percentage written as 0.077 or as 7.7: a percent format decides; a bare fraction is asked about. */
export function checkPercent(
  at: RowReader,
  field: string,
  unit: string | null,
  figure: { value: string; percent: boolean },
): void {
  if (figure.percent && !isPercent(unit)) {
    at.error(field, `单元格是百分数，而单位是“${unit ?? '未填'}”：请统一`)
  }
  const fraction = /^-?0\.\d*[1-9]/.test(figure.value)
  if (fraction && !figure.percent && isPercent(unit)) {
    at.warning(
      field,
      `单位是%，数值是${figure.value}：若是指${canonical(shift(figure.value, 2))}%，请改写为${canonical(shift(figure.value, 2))}`,
    )
  }
}
