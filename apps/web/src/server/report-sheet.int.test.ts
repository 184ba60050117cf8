import { readFile } from 'node:fs/promises'
import { cellUnder, editWorkbook, rowOf } from '@lianxi/office-files/testing/edit-workbook'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { buildProjectReport } from '@lianxi/testkit/events-reports'
import { ReportSheetView, type ReportSheetView as View, ReportWorkbook } from '@lianxi/schema/views/report-sheet'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { NilResult } from '@lianxi/schema/views/result'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { savedByLibreOffice } from './testing/libre-office'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'

const WANG = person('wang', 'reporter', '510400')
const ZHAO = person('zhao', 'reporter', '510400')
const OFFICE = { zone: 'Z-PX', region: '510400' }
const SHEET = { ...OFFICE, body: '510400-FGJ', period: '2025Q3' }
const YEAR_SUM = '1–9月累计(万元)'
const PROJECTS = '重点项目进度季报表'
const NAME = '天然气管道工程'

type Edit = Parameters<typeof editWorkbook>[1]
let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld()
  const half = { invested: 3000, progressPercent: '30' }
  server.world.say(
    buildProjectReport({
      ...{ subject: 'PX-145-P001', region: '510400', body: '510400-FGJ', period: '2025Q2' },
      content: {
        ...{ nil: false, stage: 'under-construction', investedYearWan: half.invested, investedTotalWan: 9000 },
        ...{ progressPercent: half.progressPercent, physicalProgress: '', milestones: [], matters: [] },
        ...{ problems: '', nextStep: '' },
      },
    }),
    { source: '510400-FGJ', time: '2025-07-10T00:00:00.000Z' },
  )
  await server.world.settle()
})

const ask = (who: typeof WANG, path: string, input: unknown, type: 'query' | 'mutation' = 'query') =>
  call({ deps: server.deps, person: who }, path, input, type)
const workbook = async (who = WANG) => ReportWorkbook.parse(await ask(who, 'office.sheet.template', SHEET))
const template = async (who = WANG) => (await workbook(who)).file
const upload = async (file: Uint8Array, who = WANG, sheet: object = SHEET) =>
  DoneResult.parse(await ask(who, 'office.sheet.upload', { ...sheet, fileName: '九月.xlsx', file }, 'mutation'))
async function look(file: Uint8Array, who = WANG): Promise<View> {
  const stored = await upload(file, who)
  if (!stored.ok) throw new Error(stored.refusal.message)
  return view(stored.id, who)
}
const view = async (id: string, who = WANG) =>
  ReportSheetView.parse(await ask(who, 'office.sheet.view', { ...OFFICE, id }))
const apply = async (id: string, rows: View['ready'], who = WANG) =>
  NilResult.parse(await ask(who, 'office.sheet.saveRows', { ...OFFICE, id, idempotencyKey: v4(), rows }, 'mutation'))
    .results
const fill =
  (values: Record<string, string | number | Date>): Edit =>
  (workbook) => {
    const sheet = workbook.getWorksheet(PROJECTS)
    if (sheet === undefined) throw new Error('no projects')
    const row = rowOf(sheet, NAME)
    for (const [head, value] of Object.entries(values)) cellUnder(sheet, head, row).value = value
  }

describe('the 报送表 of an office', () => {
  it('goes out filled with what is known, locked but for its inputs, and comes back untouched as nothing new', async () => {
    const { name, file } = await workbook()
    expect(name).toMatch(/ 报送表 2025年三季度\.xlsx$/)
    await editWorkbook(file, (workbook) => {
      const sheet = workbook.getWorksheet(PROJECTS)
      if (sheet === undefined) throw new Error('no projects')
      const row = rowOf(sheet, NAME)
      const said = (head: string) => cellUnder(sheet, head, row).text
      expect([said('年度计划(万元)'), said('总投资(万元)'), said('上期累计(万元)')]).toEqual(['10000', '40000', '3000'])
      expect([said('项目阶段'), said('项目代码')]).toEqual(['在建', 'PX-145-P001'])
      const locked = (head: string) => cellUnder(sheet, head, row).protection?.locked ?? true
      expect([locked(YEAR_SUM), locked('年度计划(万元)'), locked('占年计划(%)')]).toEqual([false, true, true])
      expect(cellUnder(sheet, '占年计划(%)', row).formula).toContain('ROUND')
    })
    expect((await look(file)).counts).toMatchObject({ rows: 1, untouched: 1, ready: 0, faulty: 0 })
  })

  it('comes back from LibreOffice as it was filled in: figures, formulas by their values, bare dates, moved rows', async () => {
    const file = await readFile(new URL('./testing/fixtures/report-sheet-libreoffice.xlsx', import.meta.url))
    const { lines, notices, counts } = await look(file)
    expect([counts.ready, notices]).toEqual([1, []])
    expect(lines[0]?.faults).toEqual([])
    expect(lines[0]?.fields.map(({ after }) => after)).toEqual([
      ...['6,500', '12,500', '55', '路基完成', '2024-03-01', '土地：用地指标尚缺30亩'],
    ])
  })

  it('says the same after LibreOffice opened it, saved it as .ods, opened that and saved it as .xlsx', async () => {
    const said = {
      [YEAR_SUM]: '6,500',
      '开工以来累计(万元)': 12500,
      '形象进度(%)': 55,
      实际开工: new Date('2024-03-01'),
    }
    const filled = await editWorkbook(await template(), fill(said))
    const [ours, theirs] = [await look(filled), await look(await savedByLibreOffice(filled))]
    expect([ours.counts.ready, theirs.counts, theirs.notices]).toEqual([1, ours.counts, []])
    expect(theirs.lines[0]?.fields).toEqual(ours.lines[0]?.fields)
  })

  it('faults are told with their cell and come back on it; the mended row becomes a draft and is submitted', async () => {
    const bad = await editWorkbook(await template(), fill({ [YEAR_SUM]: '同上', '形象进度(%)': '１２０' }))
    const seen = await look(bad)
    expect(seen.counts).toMatchObject({ faulty: 1, ready: 0 })
    const faults = seen.lines[0]?.faults.map(({ head, cell, message }) => [head, cell, message.slice(0, 12)])
    expect(faults).toEqual([
      [YEAR_SUM, '同上', '“同上”换了行序就会指错'],
      ['形象进度(%)', '１２０', '形象进度应为 0 至 1'],
    ])
    const { file } = ReportWorkbook.parse(await ask(WANG, 'office.sheet.marked', { ...OFFICE, id: seen.id }))
    const mended = await editWorkbook(file, (workbook) => {
      const sheet = workbook.getWorksheet(PROJECTS)
      if (sheet === undefined) throw new Error('no projects')
      const marked = cellUnder(sheet, YEAR_SUM, rowOf(sheet, NAME))
      expect([marked.text, JSON.stringify(marked.note)]).toEqual([
        '同上',
        expect.stringContaining('换了行序') as string,
      ])
      fill({
        ...{ [YEAR_SUM]: '6,500', '开工以来累计(万元)': 12500, '形象进度(%)': 55, 存在问题: '=1+1' },
        ...{ 实际开工: new Date('2024-03-01T00:00:00Z'), 需协调事项及层级: '土地：用地指标尚缺30亩\n电力接入' },
      })(workbook)
    })
    const good = await look(mended)
    expect(good.lines[0]?.faults).toEqual([])
    expect(good.lines[0]?.fields.map(({ title, after }) => [title, after])).toEqual([
      ...[
        ['1–9月累计', '6,500'],
        ['开工以来累计', '12,500'],
        ['形象进度', '55'],
        ['实际开工', '2024-03-01'],
      ],
      ...[
        ['存在问题', '=1+1'],
        ['需协调事项及层级', '土地：用地指标尚缺30亩\n其他：电力接入'],
      ],
    ])
    expect(await apply(good.id, good.ready)).toMatchObject([{ result: { ok: true, report: { state: 'draft' } } }])
    expect(await apply(good.id, good.ready), 'pressed again').toMatchObject([{ result: { ok: true } }])
    const after = await view(good.id)
    expect(after.counts).toMatchObject({ same: 1, ready: 0 })
    const input = { ...OFFICE, idempotencyKey: v4(), reports: after.drafts }
    const submitted = NilResult.parse(await ask(WANG, 'report.submitDrafts', input, 'mutation'))
    expect(submitted.results).toMatchObject([{ result: { ok: true, report: { state: 'submitted' } } }])
    const again = await look(await editWorkbook(await template(), fill({ [YEAR_SUM]: 7000 })))
    expect(again.lines[0]).toMatchObject({ state: 'locked', why: expect.stringContaining('撤回') as string })
  })

  it('what somebody else wrote after the file went out is shown beside it and stays until it is chosen', async () => {
    const mine = await template()
    await ask(
      WANG,
      'report.withdraw',
      { ...OFFICE, subject: 'PX-145-P001', period: '2025Q3', idempotencyKey: v4(), expectedVersion: 2 },
      'mutation',
    )
    const zhaos = await look(await editWorkbook(await template(ZHAO), fill({ [YEAR_SUM]: 6600 })), ZHAO)
    await apply(zhaos.id, zhaos.ready, ZHAO)
    const seen = await look(await editWorkbook(mine, fill({ [YEAR_SUM]: 6700 })))
    expect(seen.lines[0]).toMatchObject({
      ...{ state: 'conflict', why: expect.stringContaining('zhao') as string },
      fields: [{ title: '1–9月累计', before: '6,600', after: '6,700' }],
    })
    expect(seen.ready).toEqual([])
    const stale = seen.conflicts.map((row) => ({ ...row, expectedVersion: row.expectedVersion - 1 }))
    expect(await apply(seen.id, stale)).toMatchObject([{ result: { refusal: { code: 'version-conflict' } } }])
    expect(await apply(seen.id, seen.conflicts)).toMatchObject([{ result: { ok: true } }])
  })

  it('another office’s, another period’s, an older and a foreign file say what they are', async () => {
    const code = async (file: Uint8Array, sheet: object = SHEET) => {
      const answer = await upload(file, WANG, sheet)
      return answer.ok ? 'ok' : answer.refusal.code
    }
    const file = await template()
    expect(await code(file, { ...SHEET, period: '2025Q4' })).toBe('report-sheet-period')
    const identity =
      (row: number, text: string): Edit =>
      (workbook) => {
        const sheet = workbook.getWorksheet('模板标识')
        if (sheet !== undefined) sheet.getCell(row, 2).value = text
      }
    expect(await code(await editWorkbook(file, identity(5, '513400-FGJ')))).toBe('report-sheet-office')
    expect(await code(await editWorkbook(file, identity(2, '0')))).toBe('report-sheet-version')
    const cut = await editWorkbook(file, (workbook) => workbook.removeWorksheet('模板标识'))
    expect(await code(cut)).toBe('report-sheet-foreign')
    expect(await code(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('report-sheet-unreadable')
  })

  it('tells nobody else’s figures: a colleague of another office sees neither template nor upload', async () => {
    const seen = await look(await template())
    const other = person('liang', 'reporter', '513400')
    await expect(ask(other, 'office.sheet.view', { ...OFFICE, id: seen.id })).rejects.toThrow()
    const foreign = { ...SHEET, body: '510400-JTJ' }
    await expect(ask(WANG, 'office.sheet.template', foreign)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await readWorkbook(await template())).ok).toBe(true)
  })
})
