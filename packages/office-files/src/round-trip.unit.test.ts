import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from './read-workbook'
import { editWorkbook } from './testing/edit-workbook'
import type { Column, ColumnKind, Value } from './table-spec'
import { writeWorkbook } from './write-workbook'

const column = (kind: ColumnKind): Column => ({ header: `列${kind}`, kind, width: 12 })
const KINDS = ['text', 'integer', 'decimal', 'percent', 'wan', 'date'] as const
const COLUMNS = KINDS.map(column)

/** Text as people can type it: nothing to trim, nothing invisible. */
const typed = fc
  .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 30 })
  .map((text) => `甲${text.replace(/[\p{Cc}\p{Cs}\p{Cf}\s\ufffe\uffff]/gu, ' ')}乙`)
const digits = (max: number) => fc.integer({ min: -max, max }).map(String)
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 1, max: 99_999 }), fc.boolean())
  .map(([whole, part, minus]) => `${minus ? '-' : ''}${whole}.${part}`.replace(/0+$/, ''))
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const row = fc.tuple(typed, digits(1e9), decimal, decimal, fc.nat(1e9).map(String), date)

async function readBack(rows: readonly (readonly Value[])[], more: { title?: string; notes?: string[] } = {}) {
  const read = await readWorkbook(await writeWorkbook([{ name: '表', columns: COLUMNS, rows, ...more }]))
  if (!read.ok) throw new Error(read.refusal.sentence)
  return read.sheets
}

describe('what is written is read back the same', () => {
  it('text, whole numbers, decimals, percentages, money and dates', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const [sheet] = await readBack(rows)
        expect(sheet?.rows.slice(1).map(({ cells }) => cells.map(({ text }) => text))).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })

  it('says of every cell what it is', async () => {
    const [sheet] = await readBack([['=1+1', '12', '7.70', '7.7', '139000', '2026-03-01']])
    const cells = sheet?.rows[1]?.cells.map(({ kind, text, percent }) => [kind, text, percent])
    expect(cells).toEqual([
      ['text', '=1+1', false],
      ['number', '12', false],
      ['number', '7.7', false],
      ['number', '7.7', true],
      ['number', '139000', false],
      ['date', '2026-03-01', false],
    ])
  })

  it('keeps a number that Excel could not hold, as text', async () => {
    const [sheet] = await readBack([['甲', '1', '123456789012345.123456', '约300', '待定', '明年']])
    expect(sheet?.rows[1]?.cells.map(({ text }) => text)).toEqual([
      ...['甲', '1', '123456789012345.123456', '约300', '待定', '明年'],
    ])
  })

  it('keeps a day that does not exist as it was typed, and a leap day as the day it is', async () => {
    const days = ['2025-06-31', '2025-13-01', '2025-02-29', '2024-02-29']
    const [sheet] = await readBack(days.map((day) => ['甲', '1', '1', '1', '1', day]))
    const cells = sheet?.rows.slice(1).map(({ cells: [, , , , , cell] }) => [cell?.kind, cell?.text])
    expect(cells).toEqual([
      ['text', '2025-06-31'],
      ['text', '2025-13-01'],
      ['text', '2025-02-29'],
      ['date', '2024-02-29'],
    ])
  })

  it('puts title and notes above, and groups of heads in two rows', async () => {
    const columns: Column[] = [
      { ...column('text'), header: '指标' },
      { ...column('decimal'), header: '2026', group: '各年目标' },
      { ...column('decimal'), header: '2027', group: '各年目标' },
    ]
    const file = await writeWorkbook([
      { name: '表', title: '目标表', notes: ['单位：万元'], columns, rows: [['甲', '1', '2']] },
    ])
    const read = await readWorkbook(file)
    const rows = read.ok ? (read.sheets[0]?.rows ?? []) : []
    expect(rows.map(({ number, cells }) => [number, cells.map(({ text }) => text)])).toEqual([
      [1, ['目标表']],
      [2, ['单位：万元']],
      [3, ['指标', '各年目标', '各年目标']],
      [4, ['指标', '2026', '2027']],
      [5, ['甲', '1', '2']],
    ])
  })

  it('keeps long lists of choices on a hidden sheet', async () => {
    const choices = Array.from({ length: 300 }, (_, index) => `选项${index}`)
    const columns = [{ ...column('text'), choices, hint: '从下拉列表中选' }]
    const read = await readWorkbook(await writeWorkbook([{ name: '表', columns, rows: [] }]))
    expect(read.ok && read.sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['表', false, 1],
      ['选项', true, 300],
    ])
  })
})

it('a locked table is open at its inputs, calculates by its heads, and carries remarks and a hidden sheet', async () => {
  const columns: Column[] = [
    { ...column('text'), header: '名称' },
    { ...column('wan'), header: '本年', input: true },
    { ...column('wan'), header: '差' },
  ]
  const rows = [['=cmd()', '5000', { formula: '[[本年]]-3000' }]]
  const comments = [{ row: 0, column: 1, text: '请核对单位' }]
  const file = await writeWorkbook([
    { name: '表', columns, rows, locked: true, comments },
    { name: '标识', columns: [column('text')], rows: [['甲']], hidden: true },
  ])
  await editWorkbook(file, (workbook) => {
    const sheet = workbook.getWorksheet('表')
    if (sheet === undefined) throw new Error('no sheet')
    expect(sheet.getCell('A2').value, 'text stays text').toBe('=cmd()')
    expect(sheet.getCell('C2').formula).toBe('B2-3000')
    expect([sheet.getCell('B2').protection.locked, sheet.getCell('A2').protection?.locked ?? true]).toEqual([
      false,
      true,
    ])
    expect(JSON.stringify(sheet.getCell('B2').note)).toContain('请核对单位')
    expect(workbook.getWorksheet('标识')?.state).toBe('hidden')
  })
})
