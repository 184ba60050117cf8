import { type Cell, EMPTY, type Sheet } from '@lianxi/office-files/plain-cell'
import { emptyEntry, type Entry } from '@lianxi/schema/commands/entry'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import { initialState } from '../../report/state'
import { columnsOf, sheetName } from '../columns'
import { cellsOf } from '../cells-of'
import { type Identity, LAYOUT } from '../identity'
import type { RowKnown } from '../judge-row'
import { DEFAULT_THRESHOLDS } from '../../report/thresholds'

export const PERIOD = '2025Q3'
export const KEY = 'PX-145-P001@2025Q3'
export const identity: Identity = {
  ...{ layout: LAYOUT, zone: 'Z-PX', region: '510400', body: '510400-FGJ', bodyName: '市发改委', period: PERIOD },
  rows: [{ key: KEY, name: '天然气管道工程', version: 0 }],
}

export const cell = (text: string): Cell => (text === '' ? EMPTY : { ...EMPTY, kind: 'text', text })
const numbered = (rows: readonly (readonly string[])[], first = 1): Sheet['rows'] =>
  rows.map((cells, index) => ({ number: first + index, cells: cells.map(cell) }))

/** A sheet of projects as it goes out, its inputs as `typed`; `order` moves its columns. */
export function projectSheet(
  typed: Record<string, string>,
  order: (fields: string[]) => string[] = (fields) => fields,
): Sheet {
  const columns = columnsOf('project', PERIOD)
  const fields = order(columns.map(({ field }) => field))
  const heads = fields.map((field) => columns.find((column) => column.field === field)?.head ?? '')
  const known: Record<string, string> = { key: KEY, name: '天然气管道工程', code: 'PX-145-P001', no: '1' }
  const row = fields.map((field) => typed[field] ?? known[field] ?? '')
  return { name: sheetName('project', PERIOD), hidden: false, rows: numbered([['月报表'], heads, row]) }
}

export const check: CheckContext = {
  ...{
    period: PERIOD,
    saidAt: '2025-10-12T10:00:00.000Z',
    correction: false,
    unit: null,
    basis: null,
    targetValue: null,
    yearValue: null,
  },
  ...{
    planWan: 10_000,
    totalWan: 40_000,
    baseline: null,
    curve: null,
    qualitative: false,
    history: [],
    neighbours: null,
    thresholds: DEFAULT_THRESHOLDS,
  },
}

export const rowKnown = (change: Partial<RowKnown> = {}): RowKnown => ({
  ...{ base: emptyEntry('project'), state: initialState(null), check, refusal: undefined, sentVersion: 0 },
  reader: { id: 'wang' },
  ...change,
})

/** What a person would type to say an entry. */
export const typedOf = (entry: Entry): Record<string, string> => cellsOf(entry)
