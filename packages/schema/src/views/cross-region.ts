import { z } from 'zod'
import { EventId, FactCode, SubjectCode } from '../codes'
import { CalendarDate, Decimal, Instant } from '../decimal'
import { Period } from '../period'
import { Disagreement, HandoverState, WorkField } from '../vocabulary'
import { figures, LastFigure } from './cell'
import { RegionName } from './common'

/** One region's part of a cross-region project, as that region reports it; no timeliness in it. */
export const RegionPart = z.strictObject({
  region: RegionName,
  sharePercent: z.int().nullable().meta({ title: '分担比例（%）' }),
  investedPercent: Decimal.nullable().meta({
    title: '占各地累计投资（%）',
    description: 'null: a part has no figure, or it lies inside another',
  }),
  reported: z.boolean().meta({ description: 'false: nothing for this period; `last` is what was said before' }),
  nil: z.boolean(),
  reportedAt: Instant.nullable(),
  ...figures,
  last: LastFigure.nullable(),
})
export type RegionPart = z.infer<typeof RegionPart>

/** 核定: what the secretariat found of a disagreement; `stands`: the regions still say what they said then. */
export const SettlementView = z.strictObject({
  event: EventId,
  period: Period,
  what: z.array(Disagreement).min(1),
  note: z.string(),
  person: z.string(),
  on: CalendarDate,
  stands: z.boolean(),
})
export type SettlementView = z.infer<typeof SettlementView>

/** 衔接节点 as it stands on a day. */
export const HandoverView = z.strictObject({
  code: FactCode,
  subject: SubjectCode,
  name: z.string().meta({ title: '项目' }),
  giver: RegionName.meta({ title: '移交方' }),
  receiver: RegionName.meta({ title: '接收方' }),
  what: z.string().meta({ title: '移交内容' }),
  dueOn: CalendarDate.meta({ title: '约定日期' }),
  unlocks: z.string().meta({ title: '完成后方可' }),
  basis: z.string().meta({ title: '约定依据' }),
  state: HandoverState,
  reachedOn: CalendarDate.nullable().meta({ title: '完成日期' }),
  note: z.string().meta({ description: 'what was said when it was reached or dropped' }),
  person: z.string().meta({ title: '办理人' }),
  on: CalendarDate.meta({ title: '办理日期' }),
  seen: EventId.meta({ description: 'the last event of it' }),
})
export type HandoverView = z.infer<typeof HandoverView>

/** 跨区域项目: the parts side by side; `disagrees` names what does not fit together. */
export const CrossRegionLine = z.strictObject({
  subject: SubjectCode,
  name: z.string(),
  field: WorkField,
  period: Period,
  parts: z.array(RegionPart),
  disagrees: z.array(Disagreement).meta({ title: '不一致' }),
  settled: z.array(SettlementView).meta({ title: '核定', description: 'those that stand' }),
  open: z.array(Disagreement).meta({ title: '未核定', description: 'disagreements nothing that stands is about' }),
  seen: z.string().meta({ description: 'the parts as shown, for who settles them' }),
  handovers: z.array(HandoverView).meta({ title: '衔接节点' }),
})
export type CrossRegionLine = z.infer<typeof CrossRegionLine>

/** What a project’s page says beside the parts. */
export const CrossingView = z.strictObject({
  settlements: z.array(SettlementView).meta({ title: '历次核定', description: 'latest first' }),
  handovers: z.array(HandoverView).meta({ title: '衔接节点' }),
  regions: z.array(RegionName).meta({ description: 'who can hand over and receive' }),
  maySay: z.boolean(),
})
export type CrossingView = z.infer<typeof CrossingView>
