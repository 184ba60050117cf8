import type { ParsedEvent } from '@lianxi/schema/events/parse'
import { statementKey } from './statements'

/** Events of a plan topic of which the last one said under a key is the fact. */
const FACT_EVENTS = [
  'lianxi.zone.listed.v1',
  'lianxi.region.listed.v1',
  'lianxi.body.listed.v1',
  'lianxi.channel.assigned.v1',
  'lianxi.indicator.listed.v1',
  'lianxi.indicator.merged.v1',
  'lianxi.indicator.separated.v1',
  'lianxi.series.value-entered.v1',
  'lianxi.series.source-stated.v1',
  'lianxi.baseline.accepted.v1',
  'lianxi.baseline.refused.v1',
  'lianxi.plan.listed.v1',
  'lianxi.revision.proposed.v1',
  'lianxi.revision.refused.v1',
  'lianxi.revision.withdrawn.v1',
  'lianxi.list.adopted.v1',
  'lianxi.rule-set.adopted.v1',
  'lianxi.partner.invited.v1',
  'lianxi.partner.answered.v1',
  'lianxi.partner.ended.v1',
  'lianxi.handover.agreed.v1',
  'lianxi.handover.reached.v1',
  'lianxi.handover.dropped.v1',
] as const
type FactEvent = Extract<ParsedEvent, { type: (typeof FACT_EVENTS)[number] }>

const types: ReadonlySet<string> = new Set(FACT_EVENTS)
export const isFactEvent = (event: ParsedEvent): event is FactEvent => types.has(event.type)

const revisionKey = ({ subject, number }: { subject: string; number: number }): string => `${subject}:${number}`

/** Kind and code under which the fact stands. */
export function factOf(event: FactEvent): [kind: string, code: string] {
  switch (event.type) {
    case 'lianxi.zone.listed.v1':
      return ['zone', event.data.code]
    case 'lianxi.region.listed.v1':
      return ['region', event.data.code]
    case 'lianxi.body.listed.v1':
      return ['body', event.data.code]
    case 'lianxi.channel.assigned.v1':
      return ['channel', `${event.data.body}:${event.data.kind}`]
    case 'lianxi.indicator.listed.v1':
      return ['indicator', event.data.code]
    case 'lianxi.indicator.merged.v1':
    case 'lianxi.indicator.separated.v1':
      return ['indicator-merge', event.data.code]
    case 'lianxi.series.value-entered.v1':
      return ['series-value', `${event.data.series}:${event.data.period}`]
    case 'lianxi.series.source-stated.v1':
      return ['series-source', event.data.series]
    case 'lianxi.baseline.accepted.v1':
    case 'lianxi.baseline.refused.v1':
      return ['baseline-decided', statementKey(event.data)]
    case 'lianxi.plan.listed.v1':
      return ['plan', event.data.code]
    case 'lianxi.revision.proposed.v1':
      return ['revision-proposed', revisionKey(event.data)]
    case 'lianxi.revision.refused.v1':
      return ['revision-refused', revisionKey(event.data)]
    case 'lianxi.revision.withdrawn.v1':
      return ['revision-withdrawn', revisionKey(event.data)]
    case 'lianxi.list.adopted.v1':
      return ['list', event.data.code]
    case 'lianxi.rule-set.adopted.v1':
      return ['rule-set', `${event.data.version}`]
    case 'lianxi.partner.invited.v1':
      return ['partner', event.data.code]
    // Of another zone's project: its codes are that zone's own.
    case 'lianxi.partner.answered.v1':
      return ['partner-answered', `${event.data.ofZone}:${event.data.code}`]
    case 'lianxi.partner.ended.v1':
      return ['partner-ended', `${event.data.ofZone}:${event.data.code}`]
    case 'lianxi.handover.agreed.v1':
      return ['handover', event.data.code]
    case 'lianxi.handover.reached.v1':
      return ['handover-reached', event.data.code]
    case 'lianxi.handover.dropped.v1':
      return ['handover-dropped', event.data.code]
    default:
      return event satisfies never
  }
}
