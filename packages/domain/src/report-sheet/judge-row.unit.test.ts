import { type Entry, ProjectEntry } from '@lianxi/schema/commands/entry'
import { MatterKind, Stage } from '@lianxi/schema/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialState } from '../report/state'
import { past } from '../report/testing/given'
import { cellsOf } from './cells-of'
import { columnsOf } from './columns'
import { findTable } from './find-table'
import { judgeRow } from './judge-row'
import { findRows } from './read-sheets'
import { cell, identity, KEY, PERIOD, projectSheet, rowKnown, typedOf } from './testing/given'

const FILLED = { stage: '在建', investedYearWan: '6,500', investedTotalWan: '12500', progressPercent: '55' }
const found = (typed: Record<string, string>, order?: (fields: string[]) => string[]) => {
  const [row] = findRows([projectSheet(typed, order)], identity).rows
  if (row === undefined) throw new Error('no row')
  return row
}
const judge = (typed: Record<string, string>, known = rowKnown()) => judgeRow(found(typed), known)

describe('the heads', () => {
  it('are found wherever the columns were moved to', () => {
    const orders = fc.shuffledSubarray(Object.keys(FILLED), { minLength: 4 })
    fc.assert(
      fc.property(orders, fc.boolean(), (first, end) => {
        const order = (fields: string[]) => {
          const rest = fields.filter((field) => !first.includes(field))
          return end ? [...rest, ...first] : [...first, ...rest]
        }
        expect(judgeRow(found(FILLED, order), rowKnown()).entry).toEqual(judge(FILLED).entry)
      }),
    )
  })

  it('tell 形象进度 from its percentage, and money from another unit', () => {
    expect(judge({ ...FILLED, physicalProgress: '主体封顶' }).entry).toMatchObject({
      ...{ progressPercent: '55', physicalProgress: '主体封顶' },
    })
    const sheet = projectSheet(FILLED)
    const heads = sheet.rows[1]?.cells ?? []
    const at = heads.findIndex(({ text }) => text.startsWith('1–9月累计'))
    heads[at] = cell('1-9月累计（亿元）')
    const [row] = findRows([sheet], identity).rows
    if (row === undefined) throw new Error('no row')
    const { state, faults } = judgeRow(row, rowKnown())
    expect([state, faults[0]?.message]).toEqual(['faulty', expect.stringContaining('系统不替您换算')])
  })

  it('below a title, with rows left empty and a total at the end', () => {
    const sheet = projectSheet(FILLED)
    const [title, heads, row] = sheet.rows
    if (title === undefined || heads === undefined || row === undefined) throw new Error('no rows')
    const total = { number: 30, cells: ['', '合计', '', '', '', '', '', '40000'].map(cell) }
    const moved = { ...sheet, rows: [title, { ...heads, number: 6 }, { ...row, number: 12 }, total] }
    const read = findRows([moved], identity)
    expect([read.rows.map((one) => one.row.number), read.notices]).toEqual([[12], []])
  })

  it('a row nobody has to report, and a sheet of another kind, are told', () => {
    const strange = projectSheet({ ...FILLED, key: '', code: 'X', name: '没听说过的项目' })
    const other = { name: '附表', hidden: false, rows: [{ number: 1, cells: ['甲', '乙'].map(cell) }] }
    const { rows, notices } = findRows([strange, other], identity)
    expect(rows).toEqual([])
    expect(notices).toEqual([expect.stringContaining('没听说过的项目'), expect.stringContaining('“附表”没有')])
  })

  it('a lost key is found by the code or the name that went out with it', () => {
    for (const lost of [{ key: '' }, { key: '', code: '' }]) {
      expect(found({ ...FILLED, ...lost })).toMatchObject({ subject: 'PX-145-P001', period: PERIOD })
    }
  })
})

describe('a row', () => {
  it('that was not touched is nothing, one that says what the draft says is the same', () => {
    expect(judge({}).state).toBe('untouched')
    const { entry } = judge(FILLED)
    const state = { ...initialState(null), entry, version: 1, author: { id: 'wang', name: '王' } }
    expect(judge(FILLED, rowKnown({ base: entry, state })).state).toBe('same')
  })

  it('has its findings at its cells, by the form’s own checks', () => {
    const { state, faults } = judge({ ...FILLED, investedTotalWan: '100', progressPercent: '5.123' })
    expect(state).toBe('faulty')
    expect(faults.map(({ head, cell: said }) => [head, said])).toEqual([
      ['形象进度(%)', '5.123'],
      ['开工以来累计(万元)', '100'],
    ])
  })

  it('asks for a reason, and takes the one in the sheet for its warnings', () => {
    const jump = { ...FILLED, progressPercent: '100' }
    expect(judge(jump)).toMatchObject({ state: 'ready', asking: true, warningReasons: [] })
    const answered = judge({ ...jump, reason: '竣工验收中' })
    expect(answered).toMatchObject({ state: 'ready', asking: false, faults: [] })
    expect(answered.warningReasons).toEqual([{ code: 'hundred-not-completed', reason: '竣工验收中' }])
  })

  it('that falls says where its reason can be given: the sheet has no column for it', () => {
    const { check, ...rest } = rowKnown()
    const more = { ...past('2025Q2', null), stage: 'under-construction' as const, investedYearWan: 7000 }
    const { state, faults } = judge(FILLED, { ...rest, check: { ...check, history: [more] } })
    expect(state).toBe('faulty')
    expect(faults[0]?.message).toContain('在表单中')
  })

  it('of an older workbook still says its source under the former head', () => {
    const heads = columnsOf('target', PERIOD).map(({ head, formerHead = head }) => formerHead)
    const sheet = { name: '表', hidden: false, rows: [{ number: 1, cells: heads.map(cell) }] }
    expect(findTable(sheet, PERIOD)?.columns.get('figureSource')?.text).toBe('佐证')
  })

  it('says 本期无变化 or a figure, not both; twice the same subject is an error in both places', () => {
    expect(judge({ ...FILLED, nil: '是' }).faults[0]?.message).toContain('请删去其一')
    const [one, other] = [projectSheet(FILLED), { ...projectSheet(FILLED), name: '副本' }]
    const twice = findRows([one, other], identity).rows
    expect(twice.map((row) => judgeRow(row, rowKnown()).state)).toEqual(['faulty', 'faulty'])
  })

  it('does not overwrite what somebody else wrote after the file went out; one’s own newer draft it does', () => {
    const { entry } = judge({ ...FILLED, investedYearWan: '6600' })
    const by = (id: string) => ({
      ...{ base: entry, sentVersion: 1 },
      state: { ...initialState(null), entry, version: 2, author: { id, name: '赵' } },
    })
    expect(judge(FILLED, rowKnown(by('zhao')))).toMatchObject({
      state: 'conflict',
      fields: [{ before: '6,600', after: '6,500' }],
    })
    expect(judge(FILLED, rowKnown(by('wang'))).state).toBe('ready')
    expect(judge(FILLED, rowKnown({ ...by('zhao'), sentVersion: 2 })).state).toBe('ready')
  })
})

const line = fc.stringMatching(/^[甲乙丙丁a-c]{1,8}$/)
const entries: fc.Arbitrary<Entry> = fc
  .record({
    stage: fc.constantFrom(...Stage.options),
    year: fc.nat(1_000_000),
    percent: fc.integer({ min: 0, max: 99 }),
    words: line,
    milestones: fc.array(fc.record({ name: line, reachedOn: fc.constantFrom('2025-01-31', '2024-12-01') }), {
      maxLength: 3,
    }),
    matters: fc.array(fc.record({ kind: fc.constantFrom(...MatterKind.options), text: line }), { maxLength: 3 }),
  })
  .map(({ stage, year, percent, words, milestones, matters }) =>
    ProjectEntry.parse({
      ...{ kind: 'project', stage, milestones, matters, problems: words, nextStep: words, physicalProgress: words },
      ...{ investedYearWan: String(year), investedTotalWan: String(year + 1), progressPercent: String(percent) },
    }),
  )

it('what goes out comes back the same', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const { entry: back, faults } = judge(typedOf(entry))
      expect(faults.filter(({ level }) => level === 'error')).toEqual([])
      expect(cellsOf(back)).toEqual(cellsOf(entry))
    }),
  )
})

it('a key says its subject and period', () => expect(found({}).row.cells.map(({ text }) => text)).toContain(KEY))
