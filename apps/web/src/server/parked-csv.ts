import type { ParkedRecord } from '@lianxi/schema/views/parked'
import { BYTE_ORDER_MARK, csvLine } from './csv'

const COLUMNS: [head: string, read: (record: ParkedRecord) => string][] = [
  ['编号', ({ id }) => id],
  ['主题', ({ topic }) => topic],
  ['分区', ({ partition }) => String(partition)],
  ['位置', ({ offset }) => offset],
  ['到达时刻', ({ appendedAt }) => appendedAt],
  ['状态', ({ state }) => state],
  ['原因', ({ reasonLabel }) => reasonLabel],
  ['说明', ({ detail }) => detail],
  ['怎么办', ({ advice }) => advice],
  ['消息键', ({ key }) => (key === null ? '' : 'text' in key ? key.text : `base64:${key.base64}`)],
  ['事件编号', ({ headers }) => textOf(headers.find(([name]) => name === 'ce_id')?.[1])],
]

const textOf = (value: ParkedRecord['key'] | undefined): string =>
  value !== undefined && value !== null && 'text' in value ? value.text : ''

/** Messages as a table for people; with a mark of UTF-8 that office suites need. */
export function parkedCsv(records: readonly ParkedRecord[]): string {
  const lines = [COLUMNS.map(([head]) => head), ...records.map((record) => COLUMNS.map(([, read]) => read(record)))]
  return `${BYTE_ORDER_MARK}${lines.map(csvLine).join('')}`
}
