import { expect, it } from 'vitest'
import { listTable } from './table'
import { content } from './testing/given'
import { itemView, listView } from './testing/view'

const value = (year: number, figure: string, origin: 'plan' | 'derived' | 'list') => ({ year, value: figure, origin })

it('tells given values from derived ones in every cell, and names years after the plan', () => {
  const path = [value(2026, '1500', 'list'), value(2027, '1600', 'derived')]
  const target = { baseline: value(2020, '1040', 'plan'), yearValue: value(2026, '1500', 'list'), path }
  const table = listTable(listView([itemView({ content: content({ target }) })]))
  expect(table.heads).toEqual({ baseline: '2020基期', target: '2025目标' })
  expect(table.years).toEqual([2026, 2027])
  expect(table.rows[0]).toMatchObject({
    ...{ position: 1, task: '地区生产总值（攀枝花）', indicator: '地区生产总值（亿元）', baseline: '1040' },
    byYear: [
      { year: 2026, text: '1500' },
      { year: 2027, text: '1600（推算）' },
    ],
  })
})

it('a baseline of another year says which', () => {
  const target = { baseline: value(2019, '980', 'derived'), yearValue: null, path: [] }
  expect(listTable(listView([itemView({ content: content({ target }) })])).rows[0]?.baseline).toBe(
    '980（推算）（2019年）',
  )
})

it('puts a project’s plan, its nodes by quarter, its share and what is internal where offices look for them', () => {
  const milestones = [
    { name: '开工', dueOn: '2026-08-01' },
    { name: '可研批复', dueOn: '2026-03-31' },
    { name: '建成', dueOn: '2027-06-30' },
  ]
  const money = { planWan: 9000, totalWan: null, origin: 'derived', monthlyPercent: null } as const
  const project = { ...money, milestones, sharePercent: 50 }
  const road = content({ kind: 'project', target: null, project, visibility: 'internal', body: '510400-JTJ' })
  const body = { code: '510400-JTJ', name: '市交通局' }
  const [row] = listTable(listView([itemView({ content: road, body, revision: 2 })])).rows
  expect(row).toMatchObject({
    indicator: '年度投资（万元）',
    byYear: [{ year: 2026, text: '9000（推算）' }],
    quarters: '一季度：可研批复（03-31）；三季度：开工（08-01）；建成（2027-06-30）',
    remark: '分担 50%；市交通局填报；工作内部；修订 2 次',
  })
})

it('says whose list it is, by what it was adopted, and as of when', () => {
  const [about, past] = listTable(listView([itemView()], { asOf: '2026-02-01T15:59:59.999Z' })).notes
  expect(about).toBe('制定单位：联席会议办公室；2026-01-10 2026年第一次会议 下达。')
  expect(past).toContain('按 2026-02-01 23:59 的内容列出')
})
