import { type Cell, EMPTY, type Sheet } from '@lianxi/office-files/plain-cell'
import type { SheetMapping } from '@lianxi/schema/commands/plan-import'
import type { IndicatorListed, PlanListed } from '@lianxi/schema/events/facts'
import { guessMapping } from '../guess-mapping'
import type { Known } from '../known'
import { type FileRead, readPlanFile } from '../read-file'

export type Written = string | number | null | Partial<Cell>

const cellOf = (written: Written): Cell => {
  if (written === null || written === '') return EMPTY
  if (typeof written === 'string') return { ...EMPTY, kind: 'text', text: written }
  return typeof written === 'number' ? { ...EMPTY, kind: 'number', text: String(written) } : { ...EMPTY, ...written }
}

/** Rows as somebody typed them, the heads first. */
export const sheet = (name: string, ...rows: Written[][]): Sheet => ({
  name,
  hidden: false,
  rows: rows.map((cells, index) => ({ number: index + 1, cells: cells.map(cellOf) })),
})

export const PLAN: PlanListed = {
  ...{ code: 'PX-155', name: '攀西经济区“十五五”规划', issuer: null, documentNumber: null, issuedOn: null },
  ...{ periodStart: 2026, periodEnd: 2030, region: null, status: 'issued' },
}
export const GDP: IndicatorListed = {
  ...{ code: 'I-GDP', name: '地区生产总值', unit: '亿元', basis: 'flow', aggregate: 'sum', domain: '综合经济' },
}

/** A zone of two prefectures and a district, one plan and one indicator. */
export const known = (change: Partial<Known> = {}): Known => ({
  zone: { code: 'Z-PX', name: '攀西经济区' },
  owner: null,
  regions: [
    { code: '510400', name: '攀枝花市', shortName: '攀枝花' },
    { code: '510403', name: '西区', shortName: '西区' },
    { code: '513400', name: '凉山彝族自治州', shortName: '凉山州' },
  ],
  plans: [PLAN],
  indicators: [GDP],
  targets: [],
  projects: [],
  ...change,
})

export const read = (
  sheets: Sheet[],
  board: Known = known(),
  mapping: SheetMapping[] = sheets.map(guessMapping),
): FileRead => readPlanFile(sheets, mapping, board)

export const said = ({ faults }: FileRead): string[] =>
  faults.map(({ level, message }) => `${level === 'error' ? '错' : '疑'} ${message}`)

/** The sheet 目标 as the template has it; `row` says what most rows say, `change` what this one says instead. */
export const TARGET_HEADS = ['编号', '目标名称', '领域', '行政区', '单位', '指标口径', '目标值', '基期值', '基期年']
export const targets = (...rows: Written[][]) => sheet('目标', TARGET_HEADS, ...rows)
export const row = (name: string, change: Partial<Record<(typeof TARGET_HEADS)[number], Written>> = {}): Written[] => {
  const usual: Record<string, Written> = {
    领域: '综合经济',
    行政区: '攀枝花市',
    单位: '万人',
    指标口径: '时点',
    目标值: 120,
  }
  return TARGET_HEADS.map((head) => ({ ...usual, 目标名称: name, ...change })[head] ?? null)
}
