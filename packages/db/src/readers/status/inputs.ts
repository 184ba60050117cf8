import { Judgement, type ProjectInput, type TargetInput } from '@lianxi/domain/status/types'
import { judgedBasisOf } from '@lianxi/domain/status/resolve-target'
import { grouped, withUnit } from '@lianxi/schema/figure-words'
import { comparePeriods, type Period, periodLabel } from '@lianxi/schema/period'
import type { JudgedBasis } from '@lianxi/schema/status-vocabulary'
import { comparator as comparators, stage as stages, valueOrigin } from '@lianxi/schema/vocabulary'
import { z } from 'zod'

type Named = { name: string; value: string }

/** `detail` of a status row: what the resolver said beside the columns. */
export const StatusDetail = Judgement.pick({
  measure: true,
  expected: true,
  actual: true,
  provisional: true,
  derived: true,
  missing: true,
})
  .extend({ inputs: z.unknown() })
  .strip()

type Inputs = Judgement['inputs']

/** What a status rests on; an older build's inputs of another form are left out rather than misread. */
export function inputsOf(stored: unknown): Inputs | null {
  const inputs = Judgement.shape.inputs.safeParse(stored)
  return inputs.success ? inputs.data : null
}

export function inputWords(inputs: Inputs | null): Named[] {
  if (inputs === null) return []
  const { kind, given } = inputs
  const words = kind === 'target' ? targetWords(given, judgedBasisOf(given)) : projectWords(given)
  return words.filter(({ value }) => value !== '')
}

const FIGURES_SHOWN = 8

function targetWords(given: TargetInput, basis: JudgedBasis): Named[] {
  const { baseline, target, path, yearValue, comparator, period, figures, unit, share } = given
  const of = (value: string) => withUnit(grouped(value), unit)
  const latest = [...figures].sort((a, b) => comparePeriods(b.period, a.period)).slice(0, FIGURES_SHOWN)
  return [
    { name: '基期值', value: baseline === null ? '' : `${of(baseline.value)}（${baseline.year}年）` },
    { name: '目标值', value: target === null ? '' : targetWord(target, comparators.labels[comparator], of) },
    {
      name: '本年目标',
      value: yearValue === null ? '' : `${of(yearValue.value)}（${valueOrigin.labels[yearValue.origin]}）`,
    },
    {
      name: '各年目标',
      value: path
        .map(({ year, value, origin }) => `${year}年 ${of(value)}（${valueOrigin.labels[origin]}）`)
        .join('，'),
    },
    {
      name: figures.length > FIGURES_SHOWN ? `所报（近${FIGURES_SHOWN}期）` : '所报',
      value: latest
        .map((one) => `${periodLabel(one.period)} ${one.value === null ? '无变化' : of(one.value)}`)
        .join('，'),
    },
    ...(share === undefined ? [] : shareWords(share, period)),
    ...(basis === 'relative' && given.relative !== null ? [otherWord(given.relative, period)] : []),
    ...(basis === 'flag' && given.flag !== null ? flagWords(given.flag) : []),
    { name: '报告期', value: `${periodLabel(period)}${given.due ? '' : '（未到截止）'}` },
  ]
}

type Series = { figures: readonly { period: Period; value: string | null; unit?: string | null }[]; reported?: Source }
type Source = NonNullable<TargetInput['relative']>['reported']

/** What it was compared with, and where that is from. */
const otherWord = ({ name, ...series }: NonNullable<TargetInput['relative']>, period: Period): Named => ({
  name: '参照数',
  value: `${name}：${seriesWord(series, period)}`,
})

/** Both sides of a share, each with its unit and where it is from. */
const shareWords = ({ part, whole }: NonNullable<TargetInput['share']>, period: Period): Named[] => [
  { name: '分子', value: `${part.name}：${seriesWord({ figures: part.figures, reported: part }, period)}` },
  { name: '分母', value: `${whole.name}：${seriesWord(whole, period)}` },
]

function seriesWord({ figures, reported }: Series, period: Period): string {
  const latest = [...figures].sort((a, b) => comparePeriods(b.period, a.period)).slice(0, FIGURES_SHOWN)
  const value = (one: Series['figures'][number]) =>
    one.value === null ? '无变化' : withUnit(grouped(one.value), one.unit ?? null)
  const said = latest.map((one) => `${periodLabel(one.period)} ${value(one)}`).join('，')
  if (reported === undefined) return said === '' ? '尚未录入' : `${said}；录入`
  const from = `本地区所报的“${reported.name}”`
  return reported.subject === null ? `${periodLabel(period)}没有${from}` : `${said}；取自${from}（${reported.subject}）`
}

const flagWords = ({ dueOn, doneOn, evidence }: NonNullable<TargetInput['flag']>): Named[] => [
  { name: '期限', value: dueOn },
  { name: '完成日期', value: doneOn ?? '尚未完成' },
  { name: '佐证材料', value: doneOn === null ? '' : evidence ? '有' : '无' },
]

const targetWord = (
  { value, high, year }: NonNullable<TargetInput['target']>,
  compared: string,
  of: (value: string) => string,
): string => `${compared} ${`${of(value)}${high === null ? '' : `～${of(high)}`}`}（${year}年）`

/** As the sentence has it: both sums in 万元. */
const wan = (amount: number): string => `${grouped(String(amount))} 万元`

function projectWords(given: ProjectInput): Named[] {
  const { planWan, investedYearWan, milestones, outcome, stage, progressPercent, period } = given
  const done = (reachedOn: string | null) => (reachedOn === null ? '未完成' : `${reachedOn} 完成`)
  return [
    { name: '年度投资计划', value: planWan === null ? '' : wan(planWan) },
    { name: '本年累计完成投资', value: investedYearWan === null ? '' : wan(investedYearWan) },
    { name: '项目阶段', value: stage === null ? '' : stages.labels[stage] },
    { name: '形象进度', value: progressPercent === null ? '' : `${progressPercent}%` },
    {
      name: '节点',
      value: milestones.map(({ name, dueOn, reachedOn }) => `${name}（${dueOn} 前，${done(reachedOn)}）`).join('；'),
    },
    { name: '规划要求', value: outcome === null ? '' : `${outcome.by} 前${stages.labels[outcome.stage]}` },
    { name: '报告期', value: `${periodLabel(period)}${given.due ? '' : '（未到截止）'}` },
  ]
}
