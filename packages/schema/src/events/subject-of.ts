import type { LianxiEvent } from './registry'

/** Events about one target or project; an item of a list has a code of its own. */
type OfSubject = Exclude<Extract<LianxiEvent, { data: { subject: string } }>, { type: 'lianxi.item.listed.v1' }>
const isOfSubject = (event: LianxiEvent): event is OfSubject =>
  'subject' in event.data && event.data.subject !== null && event.type !== 'lianxi.item.listed.v1'

/** Code of what the event is about: its `ce_subject` and message key. */
export function subjectOf(event: LianxiEvent): string {
  if (isOfSubject(event)) return event.data.subject
  switch (event.type) {
    case 'lianxi.period.opened.v1':
    case 'lianxi.period.fell-due.v1':
    case 'lianxi.period.closed.v1':
      return event.data.period
    case 'lianxi.rule-set.adopted.v1':
      return event.data.zone
    case 'lianxi.duty.extended.v1':
    case 'lianxi.duty.extension-withdrawn.v1':
    case 'lianxi.duty.extension-ended.v1':
    case 'lianxi.channel.assigned.v1':
      return event.data.body
    case 'lianxi.series.value-entered.v1':
    case 'lianxi.series.source-stated.v1':
      return event.data.series
    case 'lianxi.zone.listed.v1':
    case 'lianxi.region.listed.v1':
    case 'lianxi.body.listed.v1':
    case 'lianxi.indicator.listed.v1':
    case 'lianxi.indicator.merged.v1':
    case 'lianxi.indicator.separated.v1':
    case 'lianxi.plan.listed.v1':
    case 'lianxi.target.listed.v1':
    case 'lianxi.project.listed.v1':
    case 'lianxi.project.merged.v1':
    case 'lianxi.project.separated.v1':
    case 'lianxi.project.kept-apart.v1':
    case 'lianxi.project.found-elsewhere.v1':
    case 'lianxi.project.advanced.v1':
    case 'lianxi.project.step-recorded.v1':
    case 'lianxi.project.gate-recorded.v1':
    case 'lianxi.project.scheduled.v1':
    case 'lianxi.list.adopted.v1':
    case 'lianxi.item.listed.v1':
    case 'lianxi.meeting.held.v1':
    case 'lianxi.meeting.struck.v1':
      return event.data.code
    case 'lianxi.target.revised.v1':
      return event.data.target.code
    case 'lianxi.project.revised.v1':
      return event.data.project.code
    case 'lianxi.item.revised.v1':
      return event.data.item.code
    default:
      return event satisfies never
  }
}
