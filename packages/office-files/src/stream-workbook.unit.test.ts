import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { readWorkbook } from './read-workbook'
import { streamWorkbook, type StreamedTable } from './stream-workbook'

const table = (rows: StreamedTable['rows']): StreamedTable => ({
  ...{ name: '目标', title: '攀西经济区目标清单', notes: ['口径时点 2025-10-12 18:00', '筛选：无'], rows },
  columns: [
    { header: '指标', kind: 'text', width: 30 },
    { header: '本期完成', kind: 'decimal', width: 12 },
  ],
})

it('writes what comes, with its head, and no text becomes a formula', async () => {
  const rows = (async function* () {
    yield await Promise.resolve(['=HYPERLINK("http://x","地区生产总值")', '218.4'])
    yield ['城镇新增就业', null]
  })()
  const read = await readWorkbook(await buffer(streamWorkbook(table(rows))))
  if (!('sheets' in read)) throw new Error(JSON.stringify(read))
  const cells = read.sheets[0]?.rows.map((row) => row.cells.map((cell) => JSON.stringify(cell)).join('|')) ?? []
  expect(cells.join('\n')).toContain('=HYPERLINK')
  expect(cells.join('\n')).toContain('218.4')
  expect(cells.join('\n')).toContain('口径时点 2025-10-12 18:00')
})

it('fails when reading fails, so that nobody takes half a list for the whole', async () => {
  const rows = (async function* () {
    yield await Promise.resolve(['地区生产总值', '218.4'])
    throw new Error('connection lost')
  })()
  await expect(buffer(streamWorkbook(table(rows)))).rejects.toThrow('connection lost')
})
