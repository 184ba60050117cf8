import type { PaceMethod } from '@lianxi/schema/status-vocabulary'
import { bandOf, measureOf, mirrored } from './bands'
import { undeterminable, type Finding } from './finding'
import { isPositive, over, times, type Fraction } from './fraction'
import type { Sense } from './sense'
import { amount, percent } from './sentence'
import type { RuleSet } from './types'

export type Pace = {
  done: Fraction
  whole: Fraction
  /** Share of the whole that should be done by now. */
  share: Fraction
  sense: Sense
  method: PaceMethod
  unit: string | null
  /** What the share comes from, and what the whole is: `按序时`, `全年目标`. */
  by: string
  of: string
}

/** What something is measured against, before anything is done of it. */
export type Against = Omit<Pace, 'done'>

/** 序时进度: what is done of a whole against the share of it that should be done by now. */
export function judgePace({ done, whole, share, sense, method, unit, by, of }: Pace, ruleSet: RuleSet): Finding {
  if (!isPositive(whole)) {
    return undeterminable(undefined, `${of} ${amount(whole, unit)} 不是正数，不能折算进度，无法判定。`)
  }
  const is = over(done, whole)
  const plain = measureOf(is, share, ruleSet, method === 'pace-points')
  const { status, measure, words } = bandOf(sense === 'up' ? plain : mirrored(plain), ruleSet, sense)
  const should = sense === 'up' ? '应完成' : '应不超过'
  const sentence = `${by}${should} ${percent(share)}，实际 ${percent(is)}（${amount(done, unit)}，${of} ${amount(whole, unit)}），${words}。`
  return { status, method, measure, expected: times(whole, share), actual: done, sentence }
}
