import { describe, expect, it } from 'vitest'
import { completeMapping, guessMapping } from './guess-mapping'
import { known, PLAN, read, row, said, sheet, TARGET_HEADS, targets, type Written } from './testing/given'

const PROJECT = ['项目名称', '领域', '行政区', '总投资（亿元）', '上级项目', '各地分担']
const projects = (...rows: Written[][]) => sheet('项目', PROJECT, ...rows)

describe('a table without faults', () => {
  it('gives the new targets, with codes of their own where none stand', () => {
    const result = read([targets(row('常住人口'), row('城镇人口', { 编号: 'PX-155-T009' }))])
    expect(said(result)).toEqual([])
    expect(result.changes.map(({ code, fields }) => [code, fields])).toEqual([
      [expect.stringMatching(/^PX-155-T[0-9A-Z]{8}$/), null],
      ['PX-155-T009', null],
    ])
  })

  it('changes nothing when it comes again, and only what differs when it was corrected', () => {
    const first = read([targets(row('常住人口'), row('城镇人口'))])
    const docs = first.changes.flatMap(({ event }) => (event.type === 'lianxi.target.listed.v1' ? [event.data] : []))
    const board = known({ targets: docs })
    expect(read([targets(row('常住人口'), row('城镇人口'))], board)).toMatchObject({
      changes: [],
      unchanged: 2,
      absent: [],
    })
    const corrected = read([targets(row('常住人口', { 目标值: 121 }))], board)
    expect(corrected.changes.map(({ code, fields }) => [code, fields])).toEqual([
      [docs[0]?.code, [{ title: '目标值', before: '120 万人', after: '121 万人' }]],
    ])
    expect(corrected.absent.map(({ name }) => name)).toEqual(['城镇人口'])
  })

  it('keeps what no column speaks of', () => {
    const first = read([targets(row('常住人口', { 基期值: 118, 基期年: 2025 }))])
    const docs = first.changes.flatMap(({ event }) => (event.type === 'lianxi.target.listed.v1' ? [event.data] : []))
    const narrow = sheet('目标', ['目标名称', '行政区', '目标值'], ['常住人口', '攀枝花', 122])
    const [change] = read([narrow], known({ targets: docs })).changes
    expect(change?.event.data).toEqual({ ...docs[0], value: '122' })
  })

  it('keeps who answers in the plan’s words, the leading one first, and tells names that no body has', () => {
    const file = (...bodies: Written[]) =>
      sheet('目标', [...TARGET_HEADS, '责任单位', '牵头单位'], [...row('甲'), ...bodies])
    const board = known({ bodies: [{ name: '西区统计局' }, { name: '西区教育局' }] })
    const result = read([file('西区教育局，区直部门', '西区统计局')], board)
    expect(said(result)).toEqual([
      '疑 “目标”表第2行“责任单位”（J列）：“区直部门”没有登记为单位：照原文保留，列入清单时不能带出',
    ])
    const [doc] = result.changes.flatMap(({ event }) => (event.type === 'lianxi.target.listed.v1' ? [event.data] : []))
    if (doc === undefined) throw new Error('one target')
    expect(doc.statedBodies).toBe('西区统计局、西区教育局、区直部门')
    const lead = sheet('目标', ['目标名称', '行政区', '牵头单位'], ['甲', '攀枝花', '西区教育局'])
    const [change] = read([lead], { ...board, targets: [doc] }).changes
    expect(change?.event.data).toEqual({ ...doc, statedBodies: '西区教育局、区直部门' })
    expect(read([file(null, null)], { ...board, targets: [doc] }).changes[0]?.event.data).not.toHaveProperty(
      'statedBodies',
    )
  })

  it('tells what it left out: titles, groups, totals, notes', () => {
    const over = (text: string): Written[] => [
      text,
      { kind: 'text', text, mergedFrom: 'A1' },
      { kind: 'text', text, mergedFrom: 'A1' },
    ]
    const file = sheet(
      '目标',
      over('附件1 目标表'),
      TARGET_HEADS,
      over('一、经济'),
      row('常住人口'),
      [null, '合计', null, null, null, null, 5],
      ['注：人口为年末数'],
    )
    const result = read([file])
    expect([result.rows, said(result)]).toEqual([1, []])
    expect(result.skipped.map(({ row: at, why }) => `${at} ${why.slice(0, 3)}`)).toEqual([
      '3 分组或',
      '5 合计行',
      '6 说明行',
    ])
  })
})

describe('each fault is a sentence with its place', () => {
  it.each<[string, Written[][], string]>([
    [
      'codes twice',
      [row('甲', { 编号: 'A-T1' }), row('乙', { 编号: 'a-t1' })],
      '第3行“编号”（A列）：与“目标”表第2行是同一个编号A-T1',
    ],
    ['the same target twice', [row('甲'), row('甲')], '是同一个编号'],
    ['an unknown region', [row('甲', { 行政区: '东川区' })], '“行政区”（D列）：“东川区”不是已登记的行政区'],
    ['a region that is gone', [row('甲', { 行政区: '会理县' })], '“会理县”已于2021年撤销，现为“会理市”（513402）'],
    ['a baseline after the target', [row('甲', { 基期值: 1, 基期年: 2031 })], '基期年2031不早于目标年2030'],
    ['a baseline without its year', [row('甲', { 基期值: 1 })], '有基期值而没有基期年'],
    ['no number', [row('甲', { 目标值: '一百' })], '“一百”不是数字'],
    [
      'a merged figure',
      [row('甲', { 目标值: { kind: 'number', text: '5', mergedFrom: 'G2' } })],
      '数字在合并单元格G2中',
    ],
    ['a wrong choice', [row('甲', { 领域: '经济' })], '“经济”不在可选的词中'],
    [
      'a percentage of something else',
      [row('甲', { 目标值: { kind: 'number', text: '7.7', percent: true } })],
      '单元格是百分数，而单位是“万人”',
    ],
    [
      'a formula never calculated',
      [row('甲', { 目标值: { kind: 'fault', text: '公式没有计算结果' } })],
      '公式没有计算结果',
    ],
    ['a year that is none', [row('甲', { 基期值: 1, 基期年: '去年' })], '“去年”不是年份'],
  ])('%s', (_what, rows, sentence) => {
    const result = read([targets(...rows)])
    expect(
      said(result)
        .filter((one) => one.startsWith('错'))
        .join('\n'),
    ).toContain(sentence)
  })

  it('a plan nobody knows, and one of another region for a coordinator', () => {
    const file = sheet(
      '目标',
      ['所属规划', '目标名称', '领域', '目标值', '单位', '指标口径'],
      ['某规划', '甲', '能源', 1, '个', '时点'],
    )
    expect(said(read([file])).join()).toContain('没有找到规划“某规划”')
    const own = sheet(
      '目标',
      ['所属规划', '目标名称', '领域', '目标值', '单位', '指标口径'],
      ['PX-155', '甲', '能源', 1, '个', '时点'],
    )
    expect(said(read([own], known({ owner: '510403' }))).join()).toContain('不是本行政区的规划，您不能修改')
  })

  it('knows a region by what people call it', () => {
    const places = ['凉山州', '凉山彝族自治州', '凉山', '513400', '攀枝花'].map((place) =>
      row(`在${place}`, { 行政区: place }),
    )
    const board = known()
    const regions = board.regions.map((region) =>
      region.code === '513400' ? { ...region, shortName: '凉山' } : region,
    )
    expect(said(read([targets(...places)], { ...board, regions }))).toEqual([])
  })

  it('rows that name no plan belong to the only one of the file, else are asked', () => {
    const other = { ...PLAN, code: 'PX-145', name: '另一规划' }
    const plan = sheet(
      '规划',
      ['编号', '规划名称', '起始年', '结束年', '状态'],
      ['PX-160', '新规划', 2031, 2035, '已印发'],
    )
    const [first] = read([plan, targets(row('甲'))], known({ plans: [PLAN, other] })).changes.slice(1)
    expect(first?.event.data).toMatchObject({ plan: 'PX-160', targetYear: 2035 })
    expect(said(read([targets(row('甲'))], known({ plans: [PLAN, other] }))).join()).toContain('请填所属规划')
  })

  it('a missing column is said once, not on every row', () => {
    const file = sheet(
      '目标',
      ['目标名称', '目标值', '单位', '指标口径'],
      ['甲', 1, '个', '时点'],
      ['乙', 2, '个', '时点'],
    )
    expect(said(read([file])).filter((one) => one.includes('没有“领域”列'))).toHaveLength(1)
  })
})

it('a table nobody knows: what it is said to be is enough to know its usual heads', () => {
  const foreign = sheet(
    'Sheet1',
    ['附表'],
    ['重点任务', '地市', '计量单位', '牵头单位'],
    ['床位', '西区', '张', '民政局'],
  )
  const guessed = guessMapping(foreign)
  expect(guessed.kind).toBeNull()
  const columns = [
    { column: 3, field: 'unit' },
    { column: 4, field: 'leadBody' },
  ]
  for (const headRow of [0, 2]) {
    const told = completeMapping(foreign, { ...guessed, kind: 'target', headRow, firstRow: headRow + 1 })
    expect(told).toMatchObject({ headRow: 2, firstRow: 3, columns })
  }
  const own = { ...guessed, kind: 'target' as const, headRow: 2, firstRow: 3, columns: [{ column: 1, field: 'name' }] }
  expect(completeMapping(foreign, own)).toEqual(own)
})

describe('projects', () => {
  const parents = (...rows: [string, string | null][]) =>
    said(read([projects(...rows.map(([name, parent]) => [name, '能源', '攀枝花市', 1, parent, null]))]))

  it('parents below or above, none that is its own child', () => {
    expect(parents(['分项', '总项'], ['总项', null])).toEqual([])
    expect(parents(['甲', '甲']).join()).toContain('上级项目就是本项目自己')
    expect(parents(['甲', '乙'], ['乙', '丙'], ['丙', '甲'])).toHaveLength(3)
    expect(parents(['甲', '无此项']).join()).toContain('没有找到上级项目')
  })

  it('shares add to a hundred', () => {
    const shares = (text: string) => said(read([projects(['甲', '能源', '攀枝花市、凉山州', 1, null, text])]))
    expect(shares('攀枝花市60%、凉山州40%')).toEqual([])
    expect(shares('攀枝花市60%、凉山州37%').join()).toContain('各地分担合计97%，应为100%')
    expect(shares('西区60%、凉山州40%').join()).toContain('“西区”不在本项目的行政区中')
  })
})

describe('a plan that is a draft', () => {
  it('stays issued once a list asks something of it; before that a slip is corrected', () => {
    const draft = () => sheet('规划', ['名称', '起始年', '结束年', '状态'], [PLAN.name, 2026, 2030, '征求意见稿'])
    const bound = read([draft()], known({ binding: new Set([PLAN.code]) }))
    expect(said(bound).join()).toContain('不能改回“征求意见稿”')
    expect(said(read([draft()]))).toEqual([])
  })

  it('makes nothing public', () => {
    const file = sheet('目标', [...TARGET_HEADS, '公开范围'], [...row('甲'), '公开'])
    const result = read([file], known({ plans: [{ ...PLAN, status: 'draft' }] }))
    expect(said(result).join()).toContain('征求意见稿不能公开')
    expect(result.changes[0]?.event.data).toMatchObject({ visibility: 'internal' })
  })
})
