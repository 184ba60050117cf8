import { content } from '@lianxi/domain/year-list/testing/given'
import { itemView, listView } from '@lianxi/domain/year-list/testing/view'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { expect, it } from 'vitest'
import { listDocument, listWorkbook } from './list-file'

const path = [
  { year: 2026, value: '1500.5', origin: 'list' as const },
  { year: 2027, value: '1600', origin: 'derived' as const },
]
const list = listView([itemView({ content: content({ target: { baseline: null, yearValue: null, path } }) })])

it('the Excel of a list has the columns offices know, figures as figures and 推算 as a word', async () => {
  const read = await readWorkbook(await listWorkbook(list))
  if (!read.ok) throw new Error(read.refusal.sentence)
  const rows = read.sheets[0]?.rows ?? []
  const at = rows.findIndex(({ cells }) => cells[0]?.text === '序号')
  const [years, heads, first] = [rows[at], rows[at + 1], rows[at + 2]].map((row) => row?.cells ?? [])
  const own = ['序号', '领域', '目标任务', '指标及单位', '属性', '2020基期', '2025目标', '2026年', '2027年']
  const rest = ['季度节点', '工作举措', '牵头领导', '牵头单位', '责任单位', '完成时限', '备注']
  expect(heads?.map(({ text }) => text)).toEqual([...own, ...rest])
  expect(years?.[7]?.text).toBe('各年目标')
  expect(first?.[7]).toMatchObject({ kind: 'number', text: '1500.5' })
  expect(first?.[8]).toMatchObject({ kind: 'text', text: '1600（推算）' })
  expect(first?.[14]).toMatchObject({ kind: 'date', text: '2026-12-31' })
})

it('what the list’s regions owe each other is a sheet of its own, where there is any', async () => {
  const [giver, receiver] = ['凉山州', '攀枝花'].map((name) => ({ code: '513400', name, shortName: name }))
  if (giver === undefined || receiver === undefined) throw new Error('no regions')
  const handover = {
    ...{ code: 'PX-145-P001-J01', subject: 'PX-145-P001', name: '天然气管道', giver, receiver, what: '用地手续' },
    ...{ dueOn: '2026-03-01', unlocks: '焊接进场', basis: '会议纪要', state: 'late' as const, reachedOn: null },
    ...{ note: '', person: '李明', on: '2026-01-10', seen: '0199cc21-ef00-7015-8a3e-5f0c9d210034' },
  }
  const sheets = async (of: typeof list) => {
    const read = await readWorkbook(await listWorkbook(of))
    return read.ok ? read.sheets : []
  }
  expect(await sheets(list)).toHaveLength(1)
  const [, own] = await sheets({ ...list, handovers: [handover] })
  expect(own?.rows.at(-1)?.cells.map(({ text }) => text)).toEqual([
    ...['天然气管道', '凉山州', '攀枝花', '用地手续', '2026-03-01', '逾期未移交', '焊接进场', '会议纪要'],
  ])
})

it('the Word of a list is a zip Word opens', async () => {
  expect((await listDocument(list)).subarray(0, 2).toString()).toBe('PK')
})
