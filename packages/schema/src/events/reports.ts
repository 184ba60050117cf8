import { z } from 'zod'
import { BodyCode, EventId, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, Instant, Percent, text, Wan } from '../decimal'
import { EVIDENCE_BYTES, EVIDENCE_FILES } from '../evidence-limits'
import { Period } from '../period'
import { MatterKind, Stage } from '../vocabulary'

/** A warning that was shown on entry, with the reason the reporter gave; travels with the report. */
export const AnsweredWarning = z.strictObject({ code: text(60), message: text(300), reason: text(500) })
export type AnsweredWarning = z.infer<typeof AnsweredWarning>

const written = (max: number, missing: string) => text(max).refine((value) => value.trim() !== '', missing)

/**
 * What a target report says: a value, of a qualitative target (定性) whether it is done, or both. `nil` (本期无变化) is a
 * report too and then carries neither.
 */
export const TargetContent = z.strictObject({
  nil: z.boolean(),
  value: Decimal.nullable().meta({
    title: '本期完成值',
    description: 'on the indicator’s basis; flows are year-to-date',
  }),
  doneOn: CalendarDate.nullable().optional().meta({
    title: '完成日期',
    description:
      'of a qualitative target, in China; null: not done yet; absent: not said. Proof goes with the attachments',
  }),
  figureSource: text(200).meta({ title: '数据来源', examples: ['区统计局 季度快报'] }),
  note: text(1000).meta({ title: '进展说明' }),
  problems: text(1000).meta({ title: '存在问题' }),
  nextStep: text(1000).meta({ title: '下步安排' }),
})
export type TargetContent = z.infer<typeof TargetContent>

/** What a project report says. Sums are 万元; `nil` repeats nothing, it says nothing changed. */
export const ProjectContent = z.strictObject({
  nil: z.boolean(),
  stage: Stage.nullable().meta({ title: '项目阶段' }),
  investedYearWan: Wan.nullable().meta({ title: '本年累计完成投资（万元）' }),
  investedTotalWan: Wan.nullable().meta({ title: '开工以来累计完成投资（万元）' }),
  progressPercent: Percent.nullable().meta({ title: '形象进度（%）' }),
  physicalProgress: text(500).meta({ title: '形象进度描述' }),
  milestones: z
    .array(z.strictObject({ name: written(200, '须填写节点名称'), reachedOn: CalendarDate }))
    .max(50)
    .meta({ title: '已完成节点' }),
  matters: z
    .array(z.strictObject({ kind: MatterKind, text: written(500, '须写明需要协调什么') }))
    .max(20)
    .meta({ title: '需协调事项' }),
  problems: text(1000).meta({ title: '存在问题' }),
  nextStep: text(1000).meta({ title: '下步安排' }),
})
export type ProjectContent = z.infer<typeof ProjectContent>

/** Who said it, and about what: the same for both kinds of report. */
const filing = {
  zone: ZoneCode.meta({ description: 'the zone whose list asks' }),
  subject: SubjectCode,
  region: RegionCode,
  body: BodyCode,
  period: Period,
  revision: z.int().min(1).max(999),
  replaces: EventId.nullable().meta({
    description: 'event id of the report this one corrects, null for a first report',
  }),
  correctionReason: text(500).nullable().meta({ title: '更正原因' }),
  reportedBy: text(40).meta({ title: '填报人' }),
  approvedBy: text(40).meta({ title: '审核人' }),
  submittedAt: Instant,
  warnings: z.array(AnsweredWarning).max(20),
}

/** A file that proves the report (佐证材料): its content lies with the office’s system, its checksum here. */
export const EvidenceNamed = z.strictObject({
  id: z.uuid(),
  name: text(200),
  size: z.int().min(1).max(EVIDENCE_BYTES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type EvidenceNamed = z.infer<typeof EvidenceNamed>

const evidence = {
  attachments: z
    .array(EvidenceNamed)
    .min(1)
    .max(EVIDENCE_FILES)
    .optional()
    .meta({ title: '佐证材料', description: 'files kept beside the report; absent: none' }),
}

const correctionNeedsReason = (report: { replaces: string | null; correctionReason: string | null }) =>
  report.replaces === null || (report.correctionReason ?? '').trim() !== ''
const CORRECTION = { message: '更正须说明原因', path: ['correctionReason'] }

/** A region reports a target's figure for a period. */
export const TargetProgressReported = z
  .strictObject({ ...filing, ...evidence, content: TargetContent })
  .refine(correctionNeedsReason, CORRECTION)
  .refine(({ content }) => content.nil === (content.value === null && content.doneOn === undefined), {
    message: '“本期无变化”不带数值和完成日期，其他填报须有数值（定性目标写是否完成）',
    path: ['content', 'value'],
  })
export type TargetProgressReported = z.infer<typeof TargetProgressReported>

const saysNothing = ({ stage, investedYearWan, investedTotalWan, progressPercent }: ProjectContent) =>
  stage === null && investedYearWan === null && investedTotalWan === null && progressPercent === null

/** A region reports a project's progress for a period. */
export const ProjectProgressReported = z
  .strictObject({ ...filing, ...evidence, content: ProjectContent })
  .refine(correctionNeedsReason, CORRECTION)
  .refine((report) => report.content.nil || report.content.stage !== null, {
    message: '须填写项目阶段',
    path: ['content', 'stage'],
  })
  .refine(({ content }) => !content.nil || saysNothing(content), {
    message: '“本期无变化”不带项目阶段和数字',
    path: ['content', 'nil'],
  })
  .refine(
    ({ content: { investedYearWan, investedTotalWan } }) => (investedTotalWan ?? Infinity) >= (investedYearWan ?? 0),
    {
      message: '开工以来累计完成投资不应小于本年累计完成投资',
      path: ['content', 'investedTotalWan'],
    },
  )
export type ProjectProgressReported = z.infer<typeof ProjectProgressReported>

const verdict = {
  report: EventId.meta({ description: 'event id of the report judged' }),
  subject: SubjectCode,
  region: RegionCode,
  period: Period,
  by: BodyCode,
  person: text(40),
}

/** The parent region or the secretariat returns a published report: that subject and period is unlocked. */
export const ReportReturned = z.strictObject({
  ...verdict,
  reason: written(500, '退回须说明原因'),
})
export type ReportReturned = z.infer<typeof ReportReturned>

/** The parent region confirms a published report, where the zone's mechanism has that step. */
export const ReportConfirmed = z.strictObject(verdict)
export type ReportConfirmed = z.infer<typeof ReportConfirmed>
