import type { IndicatorContent, IndicatorDeed } from '@lianxi/schema/commands/indicator'
import type { IndicatorListed } from '@lianxi/schema/events/facts'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import { indicatorCode, sameWords } from '../plan-import/derived-code'
import { leadersOf } from '../project/groups'
import { refuse } from '../report/refusal'

/** `used`: how many targets name an indicator. */
export type IndicatorContext = {
  indicators: ReadonlyMap<string, IndicatorListed>
  merged: ReadonlyMap<string, string>
  used: ReadonlyMap<string, number>
  by: string
  today: string
}
export type IndicatorDecision = { ok: true; publish: LianxiEvent } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, field: string | null = null, detail = ''): IndicatorDecision => ({
  ok: false,
  refusal: refuse(code, field, detail),
})

/** Whether an indicator may be created, changed, merged or separated, and the event that tells it. */
export function decideIndicator(deed: IndicatorDeed, context: IndicatorContext): IndicatorDecision {
  switch (deed.type) {
    case 'put':
      return put(deed.code, deed.content, context)
    case 'merge':
      return merge(deed.code, deed.into, deed.reason, context)
    case 'separate': {
      const from = context.merged.get(deed.code)
      if (from === undefined) return refused('indicator-not-merged')
      const data = { code: deed.code, from, reason: deed.reason.trim(), ...decided(context) }
      return { ok: true, publish: { type: 'lianxi.indicator.separated.v1', data } }
    }
    default:
      return deed satisfies never
  }
}

const decided = ({ by, today }: IndicatorContext) => ({ decidedOn: today, decidedBy: by })
const nameOf = ({ code, name }: IndicatorListed): string => `${name}（${code}）`

function put(given: string | null, content: IndicatorContent, context: IndicatorContext): IndicatorDecision {
  const listed = listedOf(given ?? indicatorCode(content.name, content.unit), content)
  const before = context.indicators.get(listed.code)
  const { weight } = listed
  if (weight !== undefined && (weight === listed.code || !context.indicators.has(weight)))
    return refused('indicator-unknown', 'weight')
  const { share } = listed
  if (share !== undefined && !isDivisible(share.part, listed.code, context)) return refused('share-part', 'share')
  if (given !== null && before === undefined) return refused('indicator-unknown')
  if (given !== null && context.merged.has(given)) return refused('indicator-merged')
  const twin = [...context.indicators.values()].find(
    ({ code, name, unit }) =>
      (given === null || code !== given) && sameWords(name) === sameWords(listed.name) && unit === listed.unit,
  )
  if (twin !== undefined) return refused('indicator-exists', 'name', nameOf(twin))
  if (before !== undefined && given === null) return refused('indicator-exists', 'name', nameOf(before))
  if (before !== undefined) {
    const used = context.used.get(before.code) ?? 0
    // Targets and reports were made in this unit and on this basis: with another one they would say something else.
    if (used > 0 && listed.unit !== before.unit) return refused('indicator-in-use', 'unit', `目标数：${used}`)
    if (used > 0 && listed.basis !== before.basis) return refused('indicator-in-use', 'basis', `目标数：${used}`)
    if (same(before, listed)) return refused('indicator-unchanged')
  }
  return { ok: true, publish: { type: 'lianxi.indicator.listed.v1', data: listed } }
}

const DIVISIBLE = new Set<IndicatorListed['basis'] | undefined>(['stock', 'flow', 'cumulative', 'per-year'])
/** Only what is counted can be a part of something: growth and ratios have no whole. */
const isDivisible = (part: string, own: string, { indicators }: IndicatorContext): boolean =>
  part !== own && DIVISIBLE.has(indicators.get(part)?.basis)

const FIELDS = [
  ...(['name', 'unit', 'basis', 'aggregate', 'domain', 'frequency'] as const),
  ...(['releaseAfterDays', 'releasedBy', 'priceBasis', 'direction', 'weight'] as const),
]
const SHARE = ['part', 'series', 'scope'] as const
const same = (a: IndicatorListed, b: IndicatorListed): boolean =>
  FIELDS.every((field) => a[field] === b[field]) && SHARE.every((field) => a.share?.[field] === b.share?.[field])

function listedOf(code: string, content: IndicatorContent): IndicatorListed {
  const { frequency, releaseAfterDays, releasedBy, priceBasis, direction, weight, share, ...said } = content
  const isRatio = said.basis === 'ratio' && said.unit.trim() === '%'
  return {
    ...{ ...said, code, name: said.name.trim(), unit: said.unit.trim() },
    ...(frequency !== null && { frequency }),
    ...(releaseAfterDays !== null && { releaseAfterDays }),
    ...(releasedBy.trim() !== '' && { releasedBy: releasedBy.trim() }),
    ...(priceBasis !== null && { priceBasis }),
    ...(direction !== null && { direction }),
    ...(weight !== null && said.aggregate === 'weighted-mean' && { weight }),
    ...(share !== null && isRatio && { share: { ...share, series: share.series.trim(), scope: share.scope.trim() } }),
  }
}

/** Only what is counted in one unit and on one basis can be one indicator. */
function merge(code: string, into: string, reason: string, context: IndicatorContext): IndicatorDecision {
  const [one, other] = [context.indicators.get(code), context.indicators.get(into)]
  if (one === undefined || other === undefined) return refused('indicator-unknown', 'into')
  const leaderOf = leadersOf(context.merged)
  if (context.merged.has(code)) return refused('indicator-merged')
  if (code === into || leaderOf(into) === code) return refused('indicator-one', 'into')
  if (context.merged.has(into)) return refused('indicator-into-merged', 'into')
  const prices = one.priceBasis === undefined || other.priceBasis === undefined || one.priceBasis === other.priceBasis
  if (one.unit !== other.unit || one.basis !== other.basis || !prices) return refused('indicator-unlike', 'into')
  const data = { code, into, reason: reason.trim(), ...decided(context) }
  return { ok: true, publish: { type: 'lianxi.indicator.merged.v1', data } }
}
