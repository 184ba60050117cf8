import { readFileSync } from 'node:fs'
import { getCatalogue } from '@lianxi/catalog/load'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createMatcher, type Listed, WORTH_ASKING, WORTH_ASKING_ELSEWHERE } from './match'

const LISTED: Listed[] = getCatalogue().projects.map(({ row }) => ({
  ...{ code: row.code, name: row.name, zone: row.zone, plan: row.plan, domain: row.domain, regions: row.regions },
  ...{ parent: row.parent ?? null, regionUnknown: row.regionUnknown === true },
  investmentWan: row.investmentYi === null ? null : Math.round(Number(row.investmentYi) * 10_000),
}))
const began = performance.now()
const matcher = createMatcher(LISTED)
const all = matcher.all()
const tookMs = Math.round(performance.now() - began)

const JudgedPair = z.strictObject({
  a: z.string(),
  b: z.string(),
  stratum: z.enum(['high', 'middle', 'low', 'apart', 'catalogue']),
  same: z.boolean(),
  reason: z.string().min(4),
})
const judged = readFileSync(new URL('../../fixtures/judged-pairs.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JudgedPair.parse(JSON.parse(line)))

/** What a person was asked from this score on, against what a person judged. */
function measure(from: number, pairs = judged) {
  const asked = pairs.filter(({ a, b }) => {
    const { score, difference } = matcher.judge(a, b)
    return difference === null && score >= from
  })
  const right = asked.filter(({ same }) => same).length
  return {
    asked: asked.length,
    right,
    precision: right / asked.length,
    recall: right / pairs.filter((p) => p.same).length,
  }
}

describe('which projects may be the same, on the catalogue', () => {
  it('keeps its precision and recall on the hundred hand-checked pairs', () => {
    expect(judged).toHaveLength(100)
    const [worth, likely] = [measure(WORTH_ASKING), measure(80)]
    const row = (from: number, { asked, right, precision, recall }: typeof worth) =>
      `≥ ${from}: ${right} of ${asked} right, precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`
    const said = [
      `${LISTED.length} projects, ${all.length} pairs asked, ${tookMs} ms`,
      row(WORTH_ASKING, worth),
      row(80, likely),
    ]
    process.stdout.write(`${said.join('\n')}\n`)
    expect(worth.precision).toBeGreaterThanOrEqual(0.63)
    expect(worth.recall).toBeGreaterThanOrEqual(0.9)
    expect(likely.precision).toBeGreaterThanOrEqual(0.9)
    expect(likely.recall).toBeGreaterThanOrEqual(0.72)
  })

  it('asks between two zones only what is very like', () => {
    const zoneOf = new Map(LISTED.map(({ code, zone }) => [code, zone]))
    const across = judged.filter(({ a, b }) => zoneOf.get(a) !== zoneOf.get(b))
    const [asked, below] = [measure(WORTH_ASKING_ELSEWHERE, across), measure(WORTH_ASKING, across)]
    process.stdout.write(
      `over zones: ${asked.right} of ${asked.asked} right, recall ${asked.recall.toFixed(2)}; from ${WORTH_ASKING}: ${below.right} of ${below.asked}\n`,
    )
    expect(asked.precision).toBeGreaterThanOrEqual(0.9)
    expect(asked.recall).toBeGreaterThanOrEqual(0.7)
  })

  it('loses no pair by looking at neighbours in the index only', () => {
    const here = LISTED.filter(({ zone }) => zone === 'Z-PX')
    const own = createMatcher(here)
    const found = new Set(own.all().map(({ code, other }) => `${code} ${other}`))
    const missed = here.flatMap((a, at) =>
      here.slice(at + 1).flatMap((b) => {
        const { score, difference } = own.judge(a.code, b.code)
        const [code = '', other = ''] = [a.code, b.code].sort()
        return difference === null && score >= WORTH_ASKING && !found.has(`${code} ${other}`) ? [[code, other]] : []
      }),
    )
    expect(missed).toEqual([])
  })

  it('asks the same from both sides', () => {
    for (const { code, other, score } of all.slice(0, 40)) {
      expect(matcher.suspicionsOf(other)).toContainEqual(expect.objectContaining({ other: code, score }))
    }
  })
})

const project = (code: string, name: string, change: Partial<Listed> = {}): Listed => ({
  ...{ code, name, zone: 'Z-PX', plan: code.slice(0, 2), domain: '基础设施', parent: null, investmentWan: null },
  ...{ regions: ['510400'], regionUnknown: false, ...change },
})
/** Two listings among many others, so that rarity has something to be counted over. */
function between(a: Listed, b: Listed) {
  const others = LISTED.filter(({ zone }) => zone === 'Z-PX')
  return createMatcher([...others, a, b]).judge(a.code, b.code)
}
const pair = (one: string, other: string, change: Partial<Listed> = {}) =>
  between(project('AA-1', one), project('BB-1', other, change))

describe('one project written in two ways', () => {
  it.each([
    ['钒钛示范基地（二期）', '钒钛示范基地(2期)'],
    ['攀枝花至宜宾高速公路', '攀宜高速'],
    ['Ｇ５京昆高速扩容', 'G5京昆高速扩容工程'],
    ['国道108线改造', 'G108改造工程'],
    ['弄弄坪污水处理厂建设项目', '弄弄坪污水处理厂'],
    ['川滇雅林铁路枢纽站（攀枝花南站）', '攀枝花南站'],
  ])('%s = %s', (one, other) => {
    expect(pair(one, other)).toMatchObject({ difference: null })
    expect(pair(one, other).score).toBeGreaterThanOrEqual(WORTH_ASKING)
  })
})

describe('two projects with names alike', () => {
  it.each([
    ['钒钛示范基地一期', '钒钛示范基地二期', '期不同（1与2）'],
    ['沿江快速路东段', '沿江快速路西段', '东段与西段不同'],
    ['西昌至宁南高速公路', '西昌至昭通高速公路', '起止点或方式不同的线路'],
    ['攀枝花至大理铁路', '攀枝花至大理高速公路', '起止点或方式不同的线路'],
    ['川藏铁路雅安至林芝段', '川藏铁路成都至雅安段', '起止点或方式不同的线路'],
    ['弄弄坪医院', '弄弄坪小学', '医院与小学不同'],
  ])('%s ≠ %s: %s', (one, other, why) => expect(pair(one, other).difference).toBe(why))

  it('东区 and 西区 are two places, the city and its district are not', () => {
    expect(
      between(project('AA-1', '游泳馆', { regions: ['510402'] }), project('BB-1', '游泳馆', { regions: ['510403'] })),
    ).toMatchObject({ difference: '所在地区不同' })
    expect(pair('游泳馆', '游泳馆', { regions: ['510403'] }).difference).toBeNull()
  })

  it('a project and its part are not one', () =>
    expect(pair('金沙画廊', '金沙画廊', { parent: 'AA-1' }).difference).toBe('一个是另一个的子项目'))

  it('a sum three times as large speaks against it, the same sum for it', () => {
    const asked = (investmentWan: number) =>
      between(project('AA-1', '银江花园', { investmentWan: 1000 }), project('BB-1', '银江花园小区', { investmentWan }))
        .score
    expect(asked(1100)).toBeGreaterThan(asked(2000))
    expect(asked(2000)).toBeGreaterThan(asked(4000))
  })
})
