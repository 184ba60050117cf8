import { z } from 'zod'
import { FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { Entry } from '../commands/entry'
import { ReportKey } from '../commands/report'
import { EvidenceNamed } from '../events/reports'
import { CalendarDate, Instant, text } from '../decimal'
import { Period } from '../period'
import { Attribute, DraftState, SubjectKind, WorkField } from '../vocabulary'
import { WorkState } from '../work-state'
import { figures, LastFigure, rechecked } from './cell'
import { CheckContext } from './check-context'
import { ExtensionView } from './chasing'
import { BodyName, PeriodView, Provenance, RegionName, StreamState } from './common'
import { Judging, StatusShown } from './judging'
import { ItemView, ProjectPromise, TargetPromise } from './subject'
import { Finding, OfficeReport } from './result'

export const DueListInput = z.strictObject({
  zone: ZoneCode,
  region: RegionCode,
  period: Period.optional(),
  show: WorkState.optional(),
  kind: SubjectKind.optional(),
  field: WorkField.optional(),
  plan: FactCode.optional(),
  q: text(60).optional(),
})
export type DueListInput = z.infer<typeof DueListInput>

/** Another subject whose figure this report is. */
export const AlsoServed = z.strictObject({
  subject: SubjectCode,
  name: z.string(),
  plan: FactCode,
  planName: z.string(),
})
export type AlsoServed = z.infer<typeof AlsoServed>

export const DueRow = z.strictObject({
  subject: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  field: WorkField,
  attribute: Attribute.nullable(),
  unit: z.string().nullable(),
  promise: z
    .string()
    .nullable()
    .meta({ title: '目标', examples: ['≥ 260 亿元（2025年）'] }),
  source: Provenance,
  crossRegion: z.boolean(),
  period: Period,
  dueAt: Instant.nullable(),
  overdue: z.boolean().meta({ title: '逾期' }),
  missed: z.array(Period).meta({ title: '此前未报', description: 'earlier periods of this subject without a report' }),
  serves: z.array(AlsoServed).meta({ title: '一并报送', description: 'the same figure under other plans’ names' }),
  state: WorkState,
  direct: z.boolean().meta({ title: '系统直报', description: 'sent by the region’s own system, not typed here' }),
  editable: z
    .boolean()
    .meta({ description: 'false: direct, or the period is closed or not open and nothing was returned' }),
  version: z.int().meta({ description: '0: no draft yet; goes into expectedVersion' }),
  revision: z.int(),
  nil: z.boolean(),
  held: z.boolean().meta({ description: 'a draft or a return holds what somebody wrote: no bare 本期无变化 over it' }),
  returned: z.strictObject({ reason: z.string(), by: z.string() }).nullable(),
  authorName: z.string().nullable(),
  previous: LastFigure.nullable().meta({ title: '上期' }),
  /** What stands in the form or was published: text as typed for drafts. */
  current: z
    .strictObject({
      ...{ value: z.string().nullable(), stage: figures.stage, progressPercent: z.string().nullable() },
      doneOn: z.string().nullable().meta({ description: 'of a qualitative target, as its form says it' }),
    })
    .nullable()
    .meta({ title: '本期' }),
  onBoardAt: z.string().nullable().meta({ title: '入总览时刻' }),
  ...rechecked,
})
export type DueRow = z.infer<typeof DueRow>

export const DueList = z.strictObject({
  region: RegionName,
  body: BodyName.nullable(),
  period: PeriodView,
  periods: z.array(PeriodView),
  rows: z.array(DueRow).meta({ description: 'in the order of work, filtered' }),
  total: z.int().meta({ title: '应报', description: 'before the filters' }),
  reported: z.int().meta({ title: '已报' }),
  states: z.array(z.strictObject({ state: WorkState, count: z.int() })).meta({ description: 'before the filters' }),
  plans: z.array(z.strictObject({ code: FactCode, name: z.string() })),
  extensions: z.array(ExtensionView).meta({ title: '延期', description: 'of the period and those that end with it' }),
  objected: z
    .array(z.strictObject({ period: Period, count: z.int() }))
    .meta({ title: '核对有异议', description: 'of all periods, latest first' }),
  stream: StreamState,
})
export type DueList = z.infer<typeof DueList>

/** One step of a report's life in its office. */
export const STEP_LABELS = {
  'draft-saved': '存草稿',
  submitted: '提交审核',
  withdrawn: '撤回',
  'sent-back': '审核退回',
  published: '审核通过并报送',
  'correction-started': '发起更正',
  'correction-dropped': '放弃更正',
  returned: '被退回重报',
} as const
export const StepView = z.strictObject({
  version: z.int(),
  type: z.enum([
    'draft-saved',
    'submitted',
    'withdrawn',
    'sent-back',
    'published',
    'correction-started',
    'correction-dropped',
    'returned',
  ]),
  actorName: z.string(),
  reason: z.string().nullable(),
  at: Instant,
})
export type StepView = z.infer<typeof StepView>

/** What the viewer may do now; the sentence says why not. */
export const Permission = z.strictObject({ allowed: z.boolean(), why: z.string().nullable() })
export const Actions = z.strictObject({
  write: Permission.meta({ title: '填写、存草稿、提交' }),
  withdraw: Permission.meta({ title: '撤回', description: 'takes back a submission, or drops a correction' }),
  approve: Permission.meta({ title: '审核通过、退回' }),
  correct: Permission.meta({ title: '更正' }),
})
export type Actions = z.infer<typeof Actions>

export const RECEIPT_LABELS = {
  none: '尚未报送',
  publishing: '已报送，等待发出',
  published: '已发出，等待入库',
  'on-board': '已入总览',
  refused: '发送被拒，已转系统管理员',
  parked: '未能入库，已转系统管理员',
} as const
/** 回执: how far the latest published revision has come. */
export const Receipt = z.strictObject({
  state: z.enum(['none', 'publishing', 'published', 'on-board', 'refused', 'parked']),
  eventId: z.string().nullable(),
  revision: z.int().nullable(),
  publishedAt: Instant.nullable(),
  stamp: z.string().nullable().meta({ title: '入库时刻' }),
  topic: z.string().nullable(),
  offset: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Receipt = z.infer<typeof Receipt>

export const FormInput = ReportKey
/** Everything the form needs; prefilled with what is known, asks nothing twice. */
export const OfficeForm = z.strictObject({
  ...ReportKey.shape,
  kind: SubjectKind,
  name: z.string(),
  field: WorkField,
  regionName: RegionName,
  body: BodyName.nullable().meta({ title: '填报单位' }),
  periodView: PeriodView,
  deadline: CalendarDate.nullable(),
  source: Provenance,
  target: TargetPromise.nullable(),
  project: ProjectPromise.nullable(),
  item: ItemView.nullable().meta({ title: '年度清单' }),
  serves: z.array(AlsoServed).meta({ title: '一并报送', description: 'the same figure under other plans’ names' }),
  /** The draft or report there is; null: nothing yet, then `prefill` is what the form starts with. */
  report: OfficeReport.nullable(),
  prefill: Entry,
  findings: z.array(Finding).meta({ description: 'checks of what stands in the report now' }),
  check: CheckContext,
  previous: LastFigure.nullable().meta({ title: '上期' }),
  lastYear: LastFigure.nullable().meta({ title: '上年同期' }),
  steps: z.array(StepView),
  actions: Actions,
  receipt: Receipt,
  ...rechecked,
  draftState: DraftState.nullable(),
  shownNow: StatusShown.nullable().meta({ title: '现有状态', description: 'what is shown about the region now' }),
  judging: Judging.nullable().meta({ title: '判定依据', description: 'null: nothing will be said of it' }),
  now: Instant.meta({ title: '当前时刻', description: 'domain time' }),
})
export type OfficeForm = z.infer<typeof OfficeForm>
/** Null: nobody has to report this subject for this region in this period. */
export const FormFound = OfficeForm.nullable()

export const QueueInput = z.strictObject({ zone: ZoneCode, region: RegionCode, period: Period.optional() })
/** One row of 审核: old value, new value, change, warnings with reasons. */
export const QueueRow = z.strictObject({
  subject: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  field: WorkField,
  unit: z.string().nullable(),
  period: Period,
  dueAt: Instant.nullable(),
  version: z.int(),
  revision: z.int(),
  correctionReason: z.string().nullable(),
  entry: Entry,
  published: Entry.nullable().meta({ description: 'correction: what stands now' }),
  previous: LastFigure.nullable().meta({ title: '上期' }),
  change: z.string().nullable().meta({ title: '较上期', description: 'difference, decimal text' }),
  corrected: z
    .string()
    .nullable()
    .meta({ title: '较更正前', description: 'of a correction: difference, decimal text' }),
  findings: z.array(z.strictObject({ ...Finding.shape, reason: z.string().nullable() })),
  submittedByName: z.string(),
  submittedAt: Instant,
  evidence: z.array(EvidenceNamed).meta({ title: '佐证材料' }),
  shown: z
    .strictObject({
      now: StatusShown.nullable(),
      then: StatusShown.nullable(),
      rests: Period.optional().meta({
        description: 'the earlier period whose figure it is judged by; absent: its own',
      }),
    })
    .meta({ title: '状态', description: 'what is shown about the region now, and once this is approved' }),
  approve: Permission,
})
export type QueueRow = z.infer<typeof QueueRow>
export const Queue = z.strictObject({ region: RegionName, rows: z.array(QueueRow), stream: StreamState })
export type Queue = z.infer<typeof Queue>
