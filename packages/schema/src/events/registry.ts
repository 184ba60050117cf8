import type { z } from 'zod'
import type { TopicKind } from '../topics'
import { BaselineAccepted, BaselineRefused, BaselineStated } from './baselines'
import {
  DutyAssigned,
  ItemListed,
  ItemRevised,
  ListAdopted,
  PeriodClosed,
  PeriodFellDue,
  PeriodOpened,
} from './commitments'
import { DisagreementSettled, HandoverAgreed, HandoverDropped, HandoverReached } from './cross-region'
import { DutyExtended, ExtensionEnded, ExtensionWithdrawn } from './extensions'
import {
  BodyListed,
  ChannelAssigned,
  IndicatorListed,
  PlanListed,
  ProjectListed,
  RegionListed,
  TargetListed,
  ZoneListed,
} from './facts'
import { IndicatorMerged, IndicatorSeparated, SeriesSourceStated, SeriesValueEntered } from './indicators'
import {
  ProjectAdvanced,
  ProjectFoundElsewhere,
  ProjectGateRecorded,
  ProjectMerged,
  ProjectScheduled,
  ProjectSeparated,
  ProjectsKeptApart,
  ProjectStepRecorded,
} from './library'
import { MeetingHeld, MeetingStruck } from './meetings'
import { PartnerAnswered, PartnerEnded, PartnerInvited } from './partner'
import { ProjectRevised, RevisionProposed, RevisionRefused, RevisionWithdrawn, TargetRevised } from './revisions'
import { RuleSetAdopted } from './rule-set'
import { ProjectProgressReported, ReportConfirmed, ReportReturned, TargetProgressReported } from './reports'
import {
  ObjectionAnswered,
  ObjectionWithdrawn,
  OverrideEnded,
  OverrideWithdrawn,
  StatusObjected,
  StatusOverridden,
} from './statuses'

/**
 * Every event type: its data, the one kind of topic that may carry it, and its Chinese title. An event type is declared here and nowhere else.
 */
const declare = <Schema extends z.ZodType>(topic: TopicKind, title: string, schema: Schema) => ({
  topic,
  title,
  schema,
})

export const EVENTS = {
  'lianxi.zone.listed.v1': declare('plan', '经济区登记', ZoneListed),
  'lianxi.region.listed.v1': declare('plan', '行政区登记', RegionListed),
  'lianxi.body.listed.v1': declare('plan', '单位登记', BodyListed),
  'lianxi.channel.assigned.v1': declare('plan', '报送方式变更', ChannelAssigned),
  'lianxi.indicator.listed.v1': declare('plan', '指标登记', IndicatorListed),
  'lianxi.indicator.merged.v1': declare('plan', '指标合并', IndicatorMerged),
  'lianxi.indicator.separated.v1': declare('plan', '指标拆分', IndicatorSeparated),
  'lianxi.series.value-entered.v1': declare('plan', '参照数列录入', SeriesValueEntered),
  'lianxi.series.source-stated.v1': declare('plan', '参照数列来源', SeriesSourceStated),
  'lianxi.plan.listed.v1': declare('plan', '规划登记', PlanListed),
  'lianxi.target.listed.v1': declare('plan', '规划目标登记', TargetListed),
  'lianxi.target.revised.v1': declare('plan', '规划目标修订', TargetRevised),
  'lianxi.project.revised.v1': declare('plan', '项目修订', ProjectRevised),
  'lianxi.revision.proposed.v1': declare('plan', '修订建议提出', RevisionProposed),
  'lianxi.revision.refused.v1': declare('plan', '修订建议不予批准', RevisionRefused),
  'lianxi.revision.withdrawn.v1': declare('plan', '修订建议撤回', RevisionWithdrawn),
  'lianxi.baseline.accepted.v1': declare('plan', '补报采用', BaselineAccepted),
  'lianxi.baseline.refused.v1': declare('plan', '补报不予采用', BaselineRefused),
  'lianxi.project.listed.v1': declare('plan', '项目登记', ProjectListed),
  'lianxi.project.merged.v1': declare('plan', '项目合并', ProjectMerged),
  'lianxi.project.separated.v1': declare('plan', '项目拆分', ProjectSeparated),
  'lianxi.project.kept-apart.v1': declare('plan', '认定不是同一项目', ProjectsKeptApart),
  'lianxi.project.found-elsewhere.v1': declare('plan', '外区项目认定', ProjectFoundElsewhere),
  'lianxi.project.advanced.v1': declare('plan', '项目阶段变更', ProjectAdvanced),
  'lianxi.project.step-recorded.v1': declare('plan', '前期手续登记', ProjectStepRecorded),
  'lianxi.project.gate-recorded.v1': declare('plan', '关口结论登记', ProjectGateRecorded),
  'lianxi.project.scheduled.v1': declare('plan', '项目开竣工计划', ProjectScheduled),
  'lianxi.partner.invited.v1': declare('plan', '外区合作邀请', PartnerInvited),
  'lianxi.partner.answered.v1': declare('plan', '外区合作答复', PartnerAnswered),
  'lianxi.partner.ended.v1': declare('plan', '外区合作结束', PartnerEnded),
  'lianxi.handover.agreed.v1': declare('plan', '衔接节点约定', HandoverAgreed),
  'lianxi.handover.reached.v1': declare('plan', '衔接节点完成', HandoverReached),
  'lianxi.handover.dropped.v1': declare('plan', '衔接节点取消', HandoverDropped),
  'lianxi.rule-set.adopted.v1': declare('plan', '判定规则下达', RuleSetAdopted),
  'lianxi.list.adopted.v1': declare('plan', '年度清单下达', ListAdopted),
  'lianxi.item.listed.v1': declare('plan', '清单事项登记', ItemListed),
  'lianxi.item.revised.v1': declare('plan', '清单事项修订', ItemRevised),
  'lianxi.duty.assigned.v1': declare('plan', '填报责任下达', DutyAssigned),
  'lianxi.duty.extended.v1': declare('plan', '填报延期', DutyExtended),
  'lianxi.duty.extension-withdrawn.v1': declare('plan', '延期收回', ExtensionWithdrawn),
  'lianxi.duty.extension-ended.v1': declare('plan', '延期截止', ExtensionEnded),
  'lianxi.period.opened.v1': declare('plan', '报告期开放', PeriodOpened),
  'lianxi.period.fell-due.v1': declare('plan', '报告期截止', PeriodFellDue),
  'lianxi.period.closed.v1': declare('plan', '报告期关闭', PeriodClosed),
  'lianxi.target.progress-reported.v1': declare('target', '目标进展填报', TargetProgressReported),
  'lianxi.target.baseline-stated.v1': declare('target', '目标基期补报', BaselineStated),
  'lianxi.target.status-objected.v1': declare('target', '目标状态异议', StatusObjected),
  'lianxi.target.objection-withdrawn.v1': declare('target', '目标状态异议撤回', ObjectionWithdrawn),
  'lianxi.project.progress-reported.v1': declare('project', '项目进展填报', ProjectProgressReported),
  'lianxi.project.status-objected.v1': declare('project', '项目状态异议', StatusObjected),
  'lianxi.project.objection-withdrawn.v1': declare('project', '项目状态异议撤回', ObjectionWithdrawn),
  'lianxi.report.returned.v1': declare('meeting', '填报退回', ReportReturned),
  'lianxi.report.confirmed.v1': declare('meeting', '填报确认', ReportConfirmed),
  'lianxi.status.overridden.v1': declare('meeting', '状态人工认定', StatusOverridden),
  'lianxi.status.override-withdrawn.v1': declare('meeting', '人工认定收回', OverrideWithdrawn),
  'lianxi.status.override-ended.v1': declare('meeting', '人工认定期满', OverrideEnded),
  'lianxi.status.objection-answered.v1': declare('meeting', '状态异议答复', ObjectionAnswered),
  'lianxi.meeting.held.v1': declare('meeting', '联席会议登记', MeetingHeld),
  'lianxi.meeting.struck.v1': declare('meeting', '联席会议登记撤销', MeetingStruck),
  'lianxi.disagreement.settled.v1': declare('meeting', '跨区域不一致核定', DisagreementSettled),
} as const

export type EventType = keyof typeof EVENTS
export type EventData<Type extends EventType> = z.output<(typeof EVENTS)[Type]['schema']>

/** A parsed event: a union over the types, so that a switch on `type` narrows `data`. */
export type LianxiEvent = { [Type in EventType]: { type: Type; data: EventData<Type> } }[EventType]

/** True for a type this build knows; others are parked and can be retried by a newer build. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type)
