import { getCatalogue } from '@lianxi/catalog/load'
import type { Entry, ProjectEntry } from '@lianxi/schema/commands/entry'
import { periodsOf } from '@lianxi/schema/period'
import type { CheckContext, PastFigure } from '@lianxi/schema/views/check-context'
import type { Basis, Stage } from '@lianxi/schema/vocabulary'
import { check, entry, past } from './given'

/** One report with what is known before it; `mistake`: how its figures were typed in another unit, null: honest. */
export type Case = {
  shape: string
  mistake: string | null
  entry: Entry
  context: CheckContext
}

/** Mulberry32: the same seed gives the same series everywhere. */
function chance(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + (high - low) * next()
  return {
    next,
    between,
    whole: (low: number, high: number): number => Math.floor(between(low, high + 1)),
    /** Evenly over orders of magnitude: sizes of projects are spread like that. */
    magnitude: (low: number, high: number): number => Math.exp(between(Math.log(low), Math.log(high))),
    one: <Each>(all: readonly Each[]): Each => {
      const found = all[Math.floor(next() * all.length)]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
    happens: (share: number): boolean => next() < share,
  }
}
type Chance = ReturnType<typeof chance>

const { projects, targets } = getCatalogue()
const SIZES = projects.flatMap(({ row }) => (row.investmentYi === null ? [] : [Number(row.investmentYi) * 10_000]))
const QUARTERS = [2022, 2023, 2024, 2025].flatMap((year) => periodsOf(year, 'quarter'))
const CURVE = [2, 5, 12, 20, 30, 41, 51, 61, 72, 82, 92, 100]

type Quarter = { year: number; total: number; progress: number; stage: Stage }

/** A project's honest course: sizes of the catalogue’s, yearly plans, a slow start in a quarter of them. */
function course(random: Chance, size: number, quarters: number) {
  const years = Math.max(1, Math.ceil(quarters / 4))
  const slow = random.happens(0.25) ? random.whole(1, Math.min(6, quarters)) : 0
  const share = random.between(0.15, 0.45)
  const plans = Array.from({ length: years + 1 }, () =>
    Math.max(50, Math.round(size * share * random.between(0.5, 1.5))),
  )
  const said: Quarter[] = []
  const fees = random.magnitude(3, 120)
  const begun = random.happens(0.25) ? 'under-construction' : 'preliminary'
  let before = 0
  let year = 0
  for (let at = 0; at < quarters; at += 1) {
    const [n, plan] = [at % 4, plans[Math.floor(at / 4)] ?? 50]
    if (n === 0) [before, year] = [before + year, 0]
    const due = (plan * (CURVE[n * 3 + 2] ?? 100)) / 100
    const quiet = at < slow
    year = Math.max(year, Math.round(quiet ? Math.min(fees * (at + 1), plan) : due * random.between(0.35, 1.25)))
    const total = before + year
    const done = Math.min(100, Math.round((total / size) * 100 * random.between(0.8, 1.2)))
    said.push({ year, total, progress: done, stage: quiet ? begun : done >= 100 ? 'completed' : 'under-construction' })
  }
  return { said, plan: plans[Math.floor((quarters - 1) / 4)] ?? 50, slow: slow >= quarters }
}

const wrongly = {
  万元填成元: 10_000,
  亿元填入万元栏: 1 / 10_000,
  元填入亿元栏: 100_000_000,
} as const
type Mistake = keyof typeof wrongly

const typedWan = (wan: number): string => String(Math.round(wan))

function projectCase(random: Chance, mistaken: boolean): Case | undefined {
  const size = Math.round(random.one(SIZES) * random.magnitude(0.3, 3))
  const fresh = random.happens(0.25)
  const quarters = fresh ? 1 : random.whole(2, 12)
  const { said, plan, slow } = course(random, size, quarters)
  const now = said.at(-1)
  if (now === undefined) return undefined
  const start = QUARTERS.length - quarters - random.whole(0, 3)
  const periods = QUARTERS.slice(Math.floor(start / 4) * 4).slice(0, quarters)
  const tells = random.happens(0.7)
  const history = said.slice(0, -1).map(({ year, total, progress, stage }, index): PastFigure => ({
    ...past(periods[index] ?? '2022Q1', null),
    ...{ stage, investedYearWan: year, investedTotalWan: total, progressPercent: tells ? String(progress) : null },
  }))
  const mistake = mistaken ? random.one<Mistake>(['万元填成元', '亿元填入万元栏', '亿元填入万元栏']) : null
  const factor = mistake === null ? 1 : wrongly[mistake]
  const [year, total] = [now.year * factor, now.total * factor]
  // Nobody types 0 where he means 13.9 亿元: less than half a 万元 is no such mistake.
  if (mistake !== null && Math.round(Math.min(year, total)) === 0) return undefined
  const fields = random.next()
  const typed: ProjectEntry = {
    ...{ kind: 'project', nil: false, stage: now.stage, physicalProgress: '', milestones: [], matters: [] },
    ...{ problems: '', nextStep: '', progressPercent: tells ? String(now.progress) : '' },
    investedYearWan: fields < 0.9 ? typedWan(year) : '',
    investedTotalWan: fields > 0.25 ? typedWan(total) : '',
  }
  // What a list says is not always right: a plan for the preparation alone, or none.
  const stale = random.happens(0.03)
  const context = check({
    ...{ period: periods.at(-1) ?? '2025Q4', unit: null, basis: null, targetValue: null, history },
    planWan: random.happens(0.12) ? null : stale ? Math.max(20, Math.round(plan / random.magnitude(5, 200))) : plan,
    totalWan: random.happens(0.12) ? null : size,
    curve: CURVE,
  })
  const shape = `项目${fresh ? '·首次' : ''}${slow ? '·起步慢' : ''}`
  return { shape, mistake, entry: typed, context }
}

const MEASURED = targets.flatMap(({ row }) => {
  const value = Number(row.targetValue ?? Number.NaN)
  const basis = row.basis
  const counted = basis === 'flow' || basis === 'stock' || basis === 'cumulative' || basis === 'per-year'
  return counted && value > 0 && row.unit !== '%' && row.unit !== null ? [{ value, basis, unit: row.unit }] : []
})

/** The value at a quarter: flows by the year's seasons, the rest along the plan, some from nothing, some in one jump. */
function targetSeries(random: Chance, goal: number, basis: Basis, quarters: number): number[] {
  const growth = random.between(0.97, 1.12)
  const [late, from] = [random.happens(0.2) ? random.whole(1, quarters) : 0, random.between(0.2, 0.95)]
  const first = random.magnitude(0.0002, 0.05)
  const values: number[] = []
  for (let at = 0; at < quarters; at += 1) {
    const season = random.between(0.85, 1.1) * (((at % 4) + 1) / 4)
    const far = (at + 1) / (quarters + 2)
    const yearly = goal * growth ** (Math.floor(at / 4) - 3)
    const grown = at < late ? goal * from * first : goal * (from + (1 - from) * far) * random.between(0.97, 1.03)
    const last = values.at(-1) ?? 0
    const fresh = basis === 'flow' || basis === 'per-year' ? yearly * season : grown
    const sum = basis === 'flow' || basis === 'per-year' || basis === 'cumulative'
    values.push(sum && at % 4 !== 0 ? Math.max(last, fresh) : fresh)
  }
  return values
}

const rounded = (value: number, counts: boolean): string => {
  if (counts) return String(Math.max(0, Math.round(value)))
  const text = value.toFixed(value >= 100 ? 2 : 4)
  return text.replace(/\.?0+$/, '')
}

function targetCase(random: Chance, mistaken: boolean): Case | undefined {
  // Pieces and households come in no other unit; amounts do.
  const {
    value: goal,
    basis,
    unit,
  } = random.one(mistaken ? MEASURED.filter((each) => /[元万亿]/.test(each.unit)) : MEASURED)
  const counts = /^[个家户座人名项处所]$/.test(unit)
  const quarters = random.happens(0.2) ? 1 : random.whole(2, 14)
  const values = targetSeries(random, goal, basis, quarters)
  const periods = QUARTERS.slice(0, quarters)
  const now = values.at(-1) ?? 0
  const up = unit.includes('亿') ? (['万元填成元', '元填入亿元栏'] as const) : (['万元填成元'] as const)
  const mistake = mistaken ? random.one<Mistake>([...up, '亿元填入万元栏']) : null
  const typed = rounded(now * (mistake === null ? 1 : wrongly[mistake]), counts)
  if (Number(typed) === 0 && mistake !== null) return undefined
  const history = values.slice(0, -1).map((value, index) => past(periods[index] ?? '2022Q1', rounded(value, counts)))
  const yearValue = random.happens(0.6) ? rounded(goal * random.between(0.7, 1), counts) : null
  const context = check({
    ...{ period: periods.at(-1) ?? '2025Q4', unit, basis, history },
    ...{ targetValue: yearValue ?? (random.happens(0.9) ? rounded(goal, counts) : null), yearValue },
  })
  return { shape: `目标·${basis}${quarters === 1 ? '·首次' : ''}`, mistake, entry: entry({ value: typed }), context }
}

/** So many honest and so many mistaken reports, three of five about projects. */
export function unitMixCases(seed: number, honest: number, mistaken: number): Case[] {
  const random = chance(seed)
  const made = (count: number, wrong: boolean): Case[] => {
    const cases: Case[] = []
    while (cases.length < count) {
      const found = random.happens(0.6) ? projectCase(random, wrong) : targetCase(random, wrong)
      if (found !== undefined) cases.push(found)
    }
    return cases
  }
  return [...made(honest, false), ...made(mistaken, true)]
}
