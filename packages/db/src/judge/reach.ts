import type { EventType } from '@lianxi/schema/events/registry'

/**
 * Whose statuses an event may change: of the subject that is its key, of the item's subject, of every subject that is
 * due in a period, of every subject of a plan, of the zone, of what got more time, of every target that is compared with
 * another series or is a share of one; or of nobody. What a target reports is the other series of some: those are reached
 * beside it.
 */
export type Reach = 'subject' | 'item' | 'period' | 'plan' | 'zone' | 'extended' | 'relative' | 'nobody'

/** Every event type has its line, so that a new one cannot be forgotten here. */
const REACH: Record<EventType, Reach> = {
  'lianxi.zone.listed.v1': 'nobody',
  'lianxi.region.listed.v1': 'nobody',
  'lianxi.body.listed.v1': 'nobody',
  'lianxi.channel.assigned.v1': 'nobody',
  'lianxi.indicator.listed.v1': 'relative',
  'lianxi.indicator.merged.v1': 'relative',
  'lianxi.indicator.separated.v1': 'relative',
  'lianxi.series.value-entered.v1': 'relative',
  'lianxi.series.source-stated.v1': 'relative',
  'lianxi.plan.listed.v1': 'plan',
  'lianxi.target.listed.v1': 'subject',
  'lianxi.target.revised.v1': 'subject',
  'lianxi.project.revised.v1': 'subject',
  'lianxi.revision.proposed.v1': 'nobody',
  'lianxi.revision.refused.v1': 'nobody',
  'lianxi.revision.withdrawn.v1': 'nobody',
  'lianxi.baseline.accepted.v1': 'subject',
  'lianxi.baseline.refused.v1': 'nobody',
  'lianxi.project.listed.v1': 'subject',
  'lianxi.project.merged.v1': 'nobody',
  'lianxi.project.separated.v1': 'nobody',
  'lianxi.project.kept-apart.v1': 'nobody',
  'lianxi.project.found-elsewhere.v1': 'nobody',
  'lianxi.project.advanced.v1': 'nobody',
  'lianxi.project.step-recorded.v1': 'nobody',
  'lianxi.project.gate-recorded.v1': 'nobody',
  'lianxi.project.scheduled.v1': 'nobody',
  'lianxi.partner.invited.v1': 'nobody',
  'lianxi.partner.answered.v1': 'nobody',
  'lianxi.partner.ended.v1': 'nobody',
  'lianxi.handover.agreed.v1': 'nobody',
  'lianxi.handover.reached.v1': 'nobody',
  'lianxi.handover.dropped.v1': 'nobody',
  'lianxi.disagreement.settled.v1': 'nobody',
  'lianxi.meeting.held.v1': 'nobody',
  'lianxi.meeting.struck.v1': 'nobody',
  'lianxi.list.adopted.v1': 'nobody',
  'lianxi.rule-set.adopted.v1': 'zone',
  'lianxi.item.listed.v1': 'item',
  'lianxi.item.revised.v1': 'item',
  'lianxi.duty.assigned.v1': 'subject',
  'lianxi.duty.extended.v1': 'extended',
  'lianxi.duty.extension-withdrawn.v1': 'extended',
  'lianxi.duty.extension-ended.v1': 'extended',
  'lianxi.period.opened.v1': 'period',
  'lianxi.period.fell-due.v1': 'period',
  'lianxi.period.closed.v1': 'nobody',
  'lianxi.target.progress-reported.v1': 'subject',
  'lianxi.target.baseline-stated.v1': 'nobody',
  'lianxi.project.progress-reported.v1': 'subject',
  'lianxi.report.returned.v1': 'subject',
  'lianxi.report.confirmed.v1': 'subject',
  'lianxi.target.status-objected.v1': 'subject',
  'lianxi.project.status-objected.v1': 'subject',
  'lianxi.target.objection-withdrawn.v1': 'subject',
  'lianxi.project.objection-withdrawn.v1': 'subject',
  'lianxi.status.overridden.v1': 'subject',
  'lianxi.status.override-withdrawn.v1': 'subject',
  'lianxi.status.override-ended.v1': 'subject',
  'lianxi.status.objection-answered.v1': 'subject',
}

/** The event types with a reach, for SQL. */
export const typesWith = (reach: Reach): string[] =>
  Object.entries(REACH).flatMap(([type, found]) => (found === reach ? [type] : []))
