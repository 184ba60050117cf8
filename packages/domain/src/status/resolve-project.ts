import { lastDayOf, monthsElapsed, periodLabel } from '@lianxi/schema/period'
import { judgement, undeterminable, type Finding } from './finding'
import { fraction, over, whole } from './fraction'
import { type Against, judgePace } from './pace'
import type { Judgement, ProjectInput, RuleSet } from './types'

/** What is said of a project, or of one region's part of it, for a period. */
export function resolveProject(given: ProjectInput, ruleSet: RuleSet): Judgement {
  return judgement(findingOn(given, ruleSet), 'project', { kind: 'project', given }, ruleSet)
}

function findingOn(given: ProjectInput, ruleSet: RuleSet): Finding {
  const { period, due, reported } = given
  if (!reported) {
    return due
      ? { status: 'not-reported', method: 'none', sentence: `${periodLabel(period)}已到填报截止时间，未报。` }
      : { status: 'not-due', method: 'none', sentence: `${periodLabel(period)}填报尚未到期。` }
  }
  if (given.outcome?.stage === 'completed' && given.stage === 'completed') {
    return { status: 'achieved', method: 'by-date', sentence: `项目已建成（期限 ${given.outcome.by}）。` }
  }
  const invested = onInvestment(given, ruleSet)
  const stones = onMilestones(given)
  if (invested !== undefined && stones !== undefined) return worse(invested, stones)
  return invested ?? stones ?? onOutcome(given)
}

/** 超/欠序时进度: this year's investment against the year's plan and its monthly curve. */
function onInvestment(given: ProjectInput, ruleSet: RuleSet): Finding | undefined {
  const { investedYearWan } = given
  const against = investmentAgainst(given, ruleSet)
  if (against === undefined) return undefined
  if (investedYearWan === null) {
    return given.milestones.length > 0
      ? undefined
      : undeterminable('past-figures', '本年没有报过完成投资，无法按序时判定。')
  }
  return judgePace({ done: fraction(investedYearWan), ...against }, ruleSet)
}

/** The year's plan and the share of it due by now; undefined: there is no plan of the year. */
export function investmentAgainst(
  { planWan, monthlyPercent, period }: ProjectInput,
  { rules }: RuleSet,
): Against | undefined {
  if (planWan === null || planWan === 0) return undefined
  const months = monthsElapsed(period)
  const curve = monthlyPercent?.[months - 1]
  const share = curve === undefined ? over(whole(months), whole(12)) : over(whole(curve), whole(100))
  const words = { unit: '万元', by: curve === undefined ? '按序时' : '按分月计划', of: '年度计划' }
  return { whole: fraction(planWan), share, sense: 'up', method: rules.methods.project, ...words }
}

/** Milestones (节点) by their dates. None due yet says nothing of a project that has a plan to spend. */
function onMilestones({ milestones, period, planWan }: ProjectInput): Finding | undefined {
  if (milestones.length === 0) return undefined
  const day = lastDayOf(period)
  const open = milestones.filter(({ reachedOn }) => reachedOn === null || reachedOn > day)
  const late = open.filter(({ dueOn }) => dueOn <= day)
  const method = 'by-date'
  if (late.length > 0) {
    const which = late.map(({ name, dueOn }) => `“${name}”（${dueOn}）`).join('、')
    return { status: 'behind', method, sentence: `节点${which}到期未完成。` }
  }
  const reached = milestones.length - open.length
  if (reached > 0) {
    return {
      status: 'on-track',
      method,
      sentence: `到期节点均已完成（${milestones.length} 个节点中已完成 ${reached} 个）。`,
    }
  }
  if (planWan !== null && planWan > 0) return undefined
  const next = open.map(({ dueOn }) => dueOn).sort()[0]
  return { status: 'not-due', method, sentence: `节点均未到期，最近的一个期限 ${next ?? '未定'}。` }
}

const LADDER = ['seriously-behind', 'behind', 'on-track', 'ahead'] as const
const rank = ({ status }: Finding): number => {
  const place = LADDER.findIndex((one) => one === status)
  return place === -1 ? LADDER.length : place
}

/** A project that spends well and misses a milestone is late; both are said. */
function worse(invested: Finding, stones: Finding): Finding {
  const sentence = `${invested.sentence}${stones.sentence}`
  return rank(stones) < rank(invested)
    ? { ...invested, status: stones.status, method: 'by-date', sentence }
    : { ...invested, sentence }
}

const REACHED = {
  reserve: 0,
  preliminary: 1,
  'to-start': 2,
  'under-construction': 3,
  suspended: 3,
  completed: 4,
} as const satisfies Record<NonNullable<ProjectInput['stage']>, number>

/** Without a plan of the year only what the plan promised (开工, 建成), by its date. */
function onOutcome({ outcome, stage, period }: ProjectInput): Finding {
  if (outcome === null) {
    return undeterminable('year-plan', '没有年度投资计划和节点，规划也没有写明到期成果，无法判定。')
  }
  const promised = outcome.stage === 'completed' ? '建成' : '规划承诺的阶段'
  const method = 'by-date'
  if (stage !== null && REACHED[stage] >= REACHED[outcome.stage]) {
    return { status: 'achieved', method, sentence: `已达到${promised}（期限 ${outcome.by}）。` }
  }
  if (lastDayOf(period) < outcome.by) {
    return {
      status: 'not-due',
      method,
      sentence: `规划要求 ${outcome.by} 前达到${promised}，尚未到期；没有年度计划可以对照。`,
    }
  }
  if (stage === null) return undeterminable('year-plan', '没有报过项目阶段，无法判定。')
  return { status: 'behind', method, sentence: `规划要求 ${outcome.by} 前达到${promised}，尚未达到。` }
}
