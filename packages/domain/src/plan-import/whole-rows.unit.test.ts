import { expect, it } from 'vitest'
import { known, read, row, said, sheet, targets } from './testing/given'

it('takes no region for one of another level', () => {
  const [sentence = ''] = said(read([targets(row('甲', { 行政区: '攀枝花县' }))]))
  expect(sentence).toContain('“攀枝花县”与已登记的“攀枝花市”级别不同')
})

it('a plan with a fault is to be mended first, said once; its rows are held against it all the same', () => {
  const plan = sheet(
    '规划',
    ['编号', '规划名称', '起始年', '结束年', '状态'],
    ['PX-160', '新规划', '近期', 2035, '已发'],
  )
  const result = read([plan, targets(row('甲'), row('乙', { 目标值: '一百' }))], known({ plans: [] }))
  expect(said(result).map((one) => one.replace(/^.*?：/u, ''))).toEqual([
    '“近期”不是年份，请写1980至2060之间的四位年份，如2030',
    expect.stringContaining('“已发”不在可选的词中') as unknown,
    '请先改正规划的这一行；其余各表已照常核对，可一并改正后重新上传',
    expect.stringContaining('“一百”不是数字') as unknown,
  ])
  expect(result.changes.map(({ kind }) => kind)).not.toContain('plan')
})

it('says all that is wrong with a row in one go', () => {
  const result = read([targets(row('', { 编号: '甲?', 领域: '经济', 行政区: '东川区', 目标值: '一百' }))])
  const all = said(result).join()
  for (const sentence of ['请填目标名称', '不能作编号', '不是已登记的行政区', '不在可选的词中', '不是数字'])
    expect(all).toContain(sentence)
})

it('shows what would come in words: places by name, figures with separators and units', () => {
  const file = read([targets(row('常住人口', { 目标值: 350000 }))])
  expect(file.changes.map(({ fields, gist }) => [fields, gist])).toEqual([[null, '攀枝花市 · 2030年 350,000 万人']])
})
