import type { z } from 'zod'
import type { TopicKind } from '../topics'
import { DutyAssigned, ItemListed, ListAdopted, PeriodClosed, PeriodFellDue, PeriodOpened } from './commitments'
import { BodyListed, IndicatorListed, PlanListed, ProjectListed, RegionListed, TargetListed, ZoneListed } from './facts'
import { ProjectProgressReported, ReportConfirmed, ReportReturned, TargetProgressReported } from './reports'

/**
 * Every event type: its data, the one kind of topic that may carry it, its Chinese title, and how its subject
 * (= message key) is read from its data. An event type is declared here and nowhere else.
 */
const declare = <Schema extends z.ZodType>(
  topic: TopicKind,
  title: string,
  schema: Schema,
  subjectOf: (data: z.output<Schema>) => string,
) => ({ topic, title, schema, subjectOf })

export const EVENTS = {
  'lianxi.zone.listed.v1': declare('plan', '经济区登记', ZoneListed, (data) => data.code),
  'lianxi.region.listed.v1': declare('plan', '行政区登记', RegionListed, (data) => data.code),
  'lianxi.body.listed.v1': declare('plan', '单位登记', BodyListed, (data) => data.code),
  'lianxi.indicator.listed.v1': declare('plan', '指标登记', IndicatorListed, (data) => data.code),
  'lianxi.plan.listed.v1': declare('plan', '规划登记', PlanListed, (data) => data.code),
  'lianxi.target.listed.v1': declare('plan', '规划目标登记', TargetListed, (data) => data.code),
  'lianxi.project.listed.v1': declare('plan', '项目登记', ProjectListed, (data) => data.code),
  'lianxi.list.adopted.v1': declare('plan', '年度清单下达', ListAdopted, (data) => data.code),
  'lianxi.item.listed.v1': declare('plan', '清单事项登记', ItemListed, (data) => data.code),
  'lianxi.duty.assigned.v1': declare('plan', '填报责任下达', DutyAssigned, (data) => data.subject),
  'lianxi.period.opened.v1': declare('plan', '报告期开放', PeriodOpened, (data) => data.period),
  'lianxi.period.fell-due.v1': declare('plan', '报告期截止', PeriodFellDue, (data) => data.period),
  'lianxi.period.closed.v1': declare('plan', '报告期关闭', PeriodClosed, (data) => data.period),
  'lianxi.target.progress-reported.v1': declare(
    'target',
    '目标进展填报',
    TargetProgressReported,
    (data) => data.subject,
  ),
  'lianxi.project.progress-reported.v1': declare(
    'project',
    '项目进展填报',
    ProjectProgressReported,
    (data) => data.subject,
  ),
  'lianxi.report.returned.v1': declare('meeting', '填报退回', ReportReturned, (data) => data.subject),
  'lianxi.report.confirmed.v1': declare('meeting', '填报确认', ReportConfirmed, (data) => data.subject),
} as const

export type EventType = keyof typeof EVENTS
export type EventData<Type extends EventType> = z.output<(typeof EVENTS)[Type]['schema']>

/** A parsed event: a union over the types, so that a switch on `type` narrows `data`. */
export type LianxiEvent = { [Type in EventType]: { type: Type; data: EventData<Type> } }[EventType]

/** True for a type this build knows; others are parked and can be retried by a newer build. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type)
