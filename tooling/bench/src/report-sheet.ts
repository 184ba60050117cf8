import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { columnsOf, sheetName } from '@lianxi/domain/report-sheet/columns'
import {
  findIdentity,
  type Identity,
  IDENTITY_HEADS,
  IDENTITY_SHEET,
  identityRows,
  LAYOUT,
} from '@lianxi/domain/report-sheet/identity'
import { judgeRow } from '@lianxi/domain/report-sheet/judge-row'
import { findRows } from '@lianxi/domain/report-sheet/read-sheets'
import { initialState } from '@lianxi/domain/report/state'
import { DEFAULT_THRESHOLDS } from '@lianxi/domain/report/thresholds'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { emptyEntry } from '@lianxi/schema/commands/entry'
import { z } from 'zod'

const PERIOD = '2025Q3'
const FILLED: Record<string, string | number> = {
  ...{ total: 40_000, plan: 10_000, before: 3_000, investedYearWan: '6,500', investedTotalWan: '12500' },
  ...{ stage: '在建', progressPercent: '55', physicalProgress: '路基工程完成，桥梁下部结构完成85%' },
  ...{ problems: '用地指标不足', matters: '土地：用地指标尚缺30亩', nextStep: '加快推进', scale: '新建管道100公里' },
}

type Step = { step: string; 'wall ms': number; 'CPU ms': number; 'RSS MB': number }

const run = promisify(execFile)

/**
 * Filled in and written, then read, found and judged: two processes, as both are requests of their own. RSS is the most
 * each process had until the step's end.
 */
export async function measureReportSheet(rows: number): Promise<Step[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-sheet-'))
  const part = async (name: 'write' | 'read') => {
    const args = ['--import', 'tsx', fileURLToPath(import.meta.url), name, join(folder, 'sheet.xlsx'), String(rows)]
    const { stdout } = await run(process.execPath, args)
    return Steps.parse(JSON.parse(stdout))
  }
  try {
    return [...(await part('write')), ...(await part('read'))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const Steps = z.array(z.object({ step: z.string(), 'wall ms': z.number(), 'CPU ms': z.number(), 'RSS MB': z.number() }))

/** What a process of `measureReportSheet` does; its steps go to its output. */
async function measurePart(name: string, file: string, rows: number): Promise<Step[]> {
  const steps: Step[] = []
  const timed = async <Result>(step: string, work: () => Result | Promise<Result>): Promise<Result> => {
    const [begun, cpu] = [performance.now(), process.cpuUsage()]
    const result = await work()
    const { user, system } = process.cpuUsage(cpu)
    const rss = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)
    const [wall, spent] = [Math.round(performance.now() - begun), Math.round((user + system) / 1000)]
    steps.push({ step, 'wall ms': wall, 'CPU ms': spent, 'RSS MB': rss })
    return result
  }
  if (name === 'write') {
    await timed(`write ${rows} rows`, async () => writeFileSync(file, await workbook(rows)))
    return steps
  }
  const bytes = readFileSync(file)
  const read = await timed(`read ${Math.round(bytes.length / 1000)} KB`, () => readWorkbook(bytes))
  if (!read.ok) throw new Error(read.refusal.sentence)
  const identity = findIdentity(read.sheets)
  if (identity === undefined) throw new Error('the workbook has no identity')
  const found = await timed('find heads and rows', () => findRows(read.sheets, identity).rows)
  const ready = await timed('check every row', () => found.filter((row) => judgeRow(row, known()).state === 'ready'))
  if (ready.length !== rows) throw new Error(`${ready.length} of ${rows} rows are ready`)
  return steps
}

function workbook(rows: number): Promise<Buffer> {
  const codes = Array.from({ length: rows }, (_, n) => `B-145-P${n}`)
  const keys = codes.map((code) => ({ key: `${code}@${PERIOD}`, name: `项目${code}`, version: 0 }))
  const place = { zone: 'Z-PX', region: '510400', body: '510400-FGJ', bodyName: '测速', period: PERIOD }
  const identity: Identity = { layout: LAYOUT, ...place, rows: keys }
  const columns = columnsOf('project', PERIOD)
  const table = keys.map(({ key, name }, n) => {
    const row: Record<string, string | number> = { ...FILLED, key, name, no: n + 1, code: codes[n] ?? '' }
    return columns.map(({ field }) => row[field] ?? null)
  })
  return writeWorkbook([
    {
      ...{ name: sheetName('project', PERIOD), rows: table, locked: true, rowsBelow: 0 },
      columns: columns.map(({ field: _field, head, formerHead: _former, ...column }) => ({ ...column, header: head })),
    },
    {
      ...{ name: IDENTITY_SHEET, rows: identityRows(identity), hidden: true, rowsBelow: 0 },
      columns: IDENTITY_HEADS.map((header) => ({ header, kind: 'text' as const, width: 20 })),
    },
  ])
}

const known = () => ({
  ...{ base: emptyEntry('project'), state: initialState(null), refusal: undefined, sentVersion: 0, reader: { id: '' } },
  check: {
    ...{
      period: PERIOD,
      saidAt: new Date().toISOString(),
      correction: false,
      unit: null,
      basis: null,
      targetValue: null,
      yearValue: null,
    },
    ...{
      baseline: null,
      planWan: 10_000,
      totalWan: 40_000,
      curve: null,
      qualitative: false,
      history: [],
      neighbours: null,
    },
    thresholds: DEFAULT_THRESHOLDS,
  },
})

const [, program, part = '', file = '', rows = ''] = process.argv
if (program === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(await measurePart(part, file, Number(rows))))
}
