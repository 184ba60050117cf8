import { z } from 'zod'
import { RegionCode, SubjectCode, ZoneCode } from '../codes'
import { Instant } from '../decimal'
import { Moment } from '../moment'
import { Period } from '../period'
import { Status } from '../status-vocabulary'
import { FilingState, SubjectKind, WorkField } from '../vocabulary'
import { figures } from './cell'
import { exportPaging, paged, picture, RegionName, Stamp, ZoneName } from './common'

/** What can have changed between two moments; a line may say several of them. In the order of the page. */
export const CHANGE_LABELS = {
  better: '状态变好',
  worse: '状态变差',
  reported: '新报',
  corrected: '更正',
  figure: '数值有变',
  returned: '退回',
  confirmed: '确认',
  overdue: '到期未报',
  'matter-opened': '新增事项',
  'matter-closed': '不再反映的事项',
  'target-revised': '目标修订',
  'project-revised': '项目修订',
  'revision-proposed': '修订建议',
  'revision-refused': '修订建议未批准',
  'revision-withdrawn': '修订建议撤回',
  'item-listed': '新列入清单',
  'item-revised': '清单事项修订',
  settled: '核定不一致',
  'handover-agreed': '衔接节点约定或变更',
  'handover-reached': '衔接节点完成',
  'handover-late': '衔接节点逾期',
  'handover-dropped': '衔接节点取消',
  partnership: '外区合作变化',
  merged: '项目合并',
  separated: '项目取消合并',
} as const
export const ChangeKind = z
  .enum([
    ...(['better', 'worse', 'reported', 'corrected', 'figure', 'returned', 'confirmed', 'overdue'] as const),
    ...(['matter-opened', 'matter-closed'] as const),
    ...(['settled', 'handover-agreed', 'handover-reached', 'handover-late', 'handover-dropped'] as const),
    ...(['target-revised', 'project-revised', 'revision-proposed', 'revision-refused', 'revision-withdrawn'] as const),
    ...(['item-listed', 'item-revised', 'partnership', 'merged', 'separated'] as const),
  ])
  .meta({ title: '变化' })
export type ChangeKind = z.infer<typeof ChangeKind>

/** How many lines say each of them; what none says is absent. */
export const ChangeCounts = z.partialRecord(ChangeKind, z.int())
export type ChangeCounts = z.infer<typeof ChangeCounts>

/** What is compared of a cell; null of the whole: there was none. */
export const CellSide = z.strictObject({
  state: FilingState,
  nil: z.boolean(),
  confirmed: z.boolean(),
  status: Status.nullable(),
  overridden: z.boolean().meta({ title: '人工认定' }),
  ...figures,
})
export type CellSide = z.infer<typeof CellSide>

/** What was judged of an earlier period of the year: it stood for a filing that had no status yet that says how good it is. */
export const EarlierStatus = z.strictObject({
  period: Period,
  status: Status,
  overridden: z.boolean().meta({ title: '人工认定' }),
})

export const ChangeLine = z.strictObject({
  kinds: z.array(ChangeKind).min(1),
  subject: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  field: WorkField.nullable(),
  region: RegionName.nullable(),
  period: Period.nullable().meta({ description: 'null: not about a filing' }),
  unit: z.string().nullable(),
  before: CellSide.nullable(),
  after: CellSide.nullable(),
  /** Better or worse than this, of an earlier period; null: than `before`, or neither. */
  earlier: EarlierStatus.nullable(),
  /** What words say better than figures: a revision with its document, the project it was merged into. */
  note: z.string().nullable(),
  at: Instant.meta({ title: '最近变化时刻' }),
})
export type ChangeLine = z.infer<typeof ChangeLine>

export const ChangesInput = z.strictObject({
  zone: ZoneCode,
  asOf: Moment.optional().meta({ title: '口径时点' }),
  /** Absent: the end of the period before the one that is shown. */
  comparedWith: Moment.optional().meta({ title: '对比时点' }),
  period: Period.optional().meta({ title: '报告期' }),
  region: RegionCode.optional().meta({ title: '行政区' }),
  field: WorkField.optional(),
  change: ChangeKind.optional(),
  subject: SubjectCode.optional(),
  ...exportPaging,
})
export type ChangesInput = z.infer<typeof ChangesInput>

export const Changes = paged(ChangeLine).extend({
  ...picture,
  zone: ZoneName,
  comparedWith: Stamp.nullable().meta({ description: 'null: there is nothing to compare with' }),
  /** Why this moment, where nobody chose one. */
  comparedNote: z.string().nullable(),
  comparedDueAt: Instant.nullable().meta({ description: 'the moment that note means; null where one was chosen' }),
  counts: ChangeCounts,
  periods: z.array(z.strictObject({ period: Period, label: z.string() })),
  regions: z.array(RegionName),
})
export type Changes = z.infer<typeof Changes>
