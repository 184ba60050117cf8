import type { StateSeriesSource } from '@lianxi/schema/commands/indicator'
import type { SeriesSourceStated } from '@lianxi/schema/events/indicators'
import { seriesCode } from '../plan-import/derived-code'
import { refuse } from '../report/refusal'
import type { IndicatorContext, IndicatorDecision } from './decide'

/** `compared`: the zone's targets that name the series. `stated`: what was said of it last, with its event. */
export type SourceContext = Pick<IndicatorContext, 'indicators' | 'merged' | 'by' | 'today'> & {
  compared: readonly { name: string; unit: string | null; indicator: string | null }[]
  stated: { doc: SeriesSourceStated; event: string } | undefined
  underWay: boolean
}

/**
 * Whether the secretariat may say that a series is what regions report of an indicator, or that it is entered after all.
 * Only what is counted in the unit of the targets can be compared with them, and nothing with itself.
 */
export function decideSeriesSource(command: StateSeriesSource, context: SourceContext): IndicatorDecision {
  const { indicator, seen } = command
  const { compared, stated, indicators, merged, underWay } = context
  const refused = (...said: Parameters<typeof refuse>): IndicatorDecision => ({ ok: false, refusal: refuse(...said) })
  const [name, scope, reason] = [command.name.trim(), command.scope.trim(), command.reason.trim()]
  if (underWay || (stated?.event ?? null) !== seen) return refused('series-changed')
  if (compared.length === 0) return refused('series-unknown')
  if ((stated?.doc.indicator ?? null) === indicator) return refused('series-unchanged', 'indicator')
  if (indicator !== null) {
    const listed = indicators.get(indicator)
    if (listed === undefined) return refused('indicator-unknown', 'indicator')
    if (merged.has(indicator)) return refused('indicator-merged', 'indicator')
    const other = compared.find(({ unit }) => unit !== null && unit !== listed.unit)
    if (other !== undefined) return refused('series-unlike', 'indicator', `${other.name}（${other.unit ?? ''}）`)
    const own = compared.find((target) => target.indicator === indicator)
    if (own !== undefined) return refused('series-self', 'indicator', own.name)
  }
  const said = { decidedOn: context.today, decidedBy: context.by }
  const data = { series: seriesCode(name, scope), name, scope, indicator, reason, ...said }
  return { ok: true, publish: { type: 'lianxi.series.source-stated.v1', data } }
}
