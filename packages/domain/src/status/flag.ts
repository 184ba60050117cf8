import { lastDayOf, periodLabel } from '@lianxi/schema/period'
import { figureFor } from './figures'
import { undeterminable, type Finding } from './finding'
import type { TargetInput } from './types'

/**
 * Done or not by a date (定性). Silence is neither late nor done; what is said to be done without proof is not judged.
 */
export function judgeFlag({ flag, period, due, figures }: TargetInput): Finding {
  if (flag === null) {
    return undeterminable('evidence', '定性目标没有约定完成时间和佐证，无法判定。')
  }
  if (figureFor(figures, period) === undefined) {
    return due
      ? { status: 'not-reported', method: 'none', sentence: `${periodLabel(period)}已到填报截止时间，未报。` }
      : { status: 'not-due', method: 'none', sentence: `${periodLabel(period)}填报尚未到期。` }
  }
  const { dueOn, doneOn, evidence } = flag
  const day = lastDayOf(period)
  const method = 'by-date'
  if (doneOn !== null && doneOn <= day) {
    if (!evidence) return undeterminable('evidence', `填报称 ${doneOn} 已完成，尚无佐证，无法判定。`)
    const when = doneOn <= dueOn ? '按期' : '晚于期限'
    return { status: 'achieved', method, sentence: `${doneOn} ${when}完成（期限 ${dueOn}），有佐证。` }
  }
  if (day < dueOn) return { status: 'not-due', method, sentence: `期限 ${dueOn}，尚未到期。` }
  return { status: 'behind', method, sentence: `期限 ${dueOn} 已到，尚未完成。` }
}
