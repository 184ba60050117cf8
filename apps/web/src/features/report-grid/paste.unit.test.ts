import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeBlock } from './place-block'
import { parseTsv, toTsv } from './tsv'

/** What Excel puts on the clipboard for cells: quotation marks only where they are needed, a line break at the end. */
const excel = (block: string[][]) =>
  `${block.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n')}\r\n`
const cell = fc.stringMatching(/^[甲乙0-9.,，％—无 "\n\t]{0,6}$/)
const blocks = fc
  .record({ width: fc.integer({ min: 1, max: 4 }), height: fc.integer({ min: 1, max: 5 }) })
  .chain(({ width, height }) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  )
  // A last row of one empty cell is what the line break at the end looks like.
  .filter((block) => !(block[0]?.length === 1 && block.at(-1)?.[0] === ''))

describe('the clipboard’s text', () => {
  it('is read back cell by cell, with line breaks, tabs and marks inside', () =>
    fc.assert(
      fc.property(blocks, (block) => {
        expect(parseTsv(excel(block))).toEqual(block)
      }),
    ))

  it.each([
    [
      '1,234.5\t１２\n—\t无\n',
      [
        ['1,234.5', '１２'],
        ['—', '无'],
      ],
    ],
    ['"一\n二"\t3', [['一\n二', '3']]],
    ['5" 管\t"未闭合', [['5" 管', '"未闭合']]],
    ['"引"用\tb', [['"引"用', 'b']]],
    ['', [['']]],
  ])('%j', (text, block) => expect(parseTsv(text)).toEqual(block))

  it('goes out so that no spreadsheet runs it, figures as they are', () => {
    expect(toTsv([['=1+1', '+86', '@a', '-3.5', '-a', '一\n"二"']])).toBe(`'=1+1\t'+86\t'@a\t-3.5\t'-a\t"一\n""二"""`)
    fc.assert(
      fc.property(blocks, (block) => {
        expect(parseTsv(toTsv(block))).toEqual(block)
      }),
    )
  })
})

describe('a block pasted into the grid', () => {
  const locked = fc.constantFrom(null, '已提交审核')
  const rows = fc.array(locked, { minLength: 1, maxLength: 5 })
  it('loses nothing: every cell that says something is placed or handed back', () => {
    fc.assert(
      fc.property(blocks, rows, fc.nat(4), fc.nat(3), (block, locks, row, column) => {
        const table = {
          rows: locks.map((lock, index) => ({ row: index, name: `事项${index}`, locked: lock })),
          columns: 4,
        }
        const at = { row: row % locks.length, column }
        const { placed, left } = placeBlock(block, at, table)
        const said = (cells: string[]) => cells.filter((text) => text.trim() !== '').sort()
        const kept = [...placed.map(({ text }) => text), ...left.flatMap(({ cells }) => cells.flat())]
        expect(said(kept)).toEqual(said(block.flat()))
        for (const { row: to, column: beside, text } of placed) {
          expect(locks[to]).toBeNull()
          expect(text).toBe(block[to - at.row]?.[beside - column])
        }
      }),
    )
  })

  it('says what had no place', () => {
    const table = {
      rows: [
        { row: 'a', name: '甲', locked: null },
        { row: 'b', name: '乙', locked: '已报送。' },
      ],
      columns: 2,
    }
    const { left } = placeBlock(
      [
        ['1', '2', '3'],
        ['4', ''],
        ['5', ''],
      ],
      { row: 0, column: 0 },
      table,
    )
    expect(left.map(({ why }) => why)).toEqual(['“乙”：已报送。', '超出表格右边的 1 列', '超出表格下边的 1 行'])
  })
})
