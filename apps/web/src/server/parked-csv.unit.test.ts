import { expect, it } from 'vitest'
import { parkedCsv } from './parked-csv'

const RECORD = {
  ...{ id: '7', topic: 'lianxi.510403.target.v1', partition: 0, offset: '12', appendedAt: '2025-10-12T00:00:00.000Z' },
  ...{
    state: 'open' as const,
    reason: 'not-json',
    reasonLabel: '内容不是 JSON',
    advice: '请核对',
    tries: 0,
    note: null,
  },
  detail: '他说"不"，\n换行',
  key: { text: '=HYPERLINK("http://evil.example")' },
  headers: [['ce_id', { text: '-1+1' }]] as [string, { text: string }][],
  value: null,
}

it('gives a table in which nothing becomes a formula and no quote ends a cell', () => {
  const lines = parkedCsv([RECORD]).split('\r\n')
  expect(lines[0]).toBe(
    '\u{feff}"编号","主题","分区","位置","到达时刻","状态","原因","说明","怎么办","消息键","事件编号"',
  )
  expect(lines[1]).toContain('"他说""不""，\n换行"')
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"")","'-1+1"`)
})
