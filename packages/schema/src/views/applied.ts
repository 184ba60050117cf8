import { z } from 'zod'
import { EventId, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { Entry } from '../commands/entry'
import { Instant } from '../decimal'
import { EvidenceNamed } from '../events/reports'
import { Period } from '../period'
import { SubjectKind, WorkField } from '../vocabulary'
import { LastFigure } from './cell'
import { PeriodView, RegionName, StreamState, ZoneName } from './common'
import { StatusShown } from './judging'
import { VerdictMade } from './subject'

export const AppliedInput = z.strictObject({
  zone: ZoneCode,
  period: Period.optional(),
  region: RegionCode.optional(),
  show: z.literal('asking').optional().meta({ description: 'only reports with warnings; absent: all' }),
})
export type AppliedInput = z.infer<typeof AppliedInput>

/** A report that stands on the board and that nobody has confirmed or returned: what it was, what it is, why. */
export const AppliedRow = z.strictObject({
  subject: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  field: WorkField,
  unit: z.string().nullable(),
  region: RegionName,
  period: Period,
  report: EventId,
  revision: z.int(),
  late: z.boolean().meta({ title: '迟报' }),
  correctionReason: z.string().nullable(),
  reportedBy: z.string().meta({ title: '填报人' }),
  approvedBy: z.string().meta({ title: '审核人' }),
  appliedAt: Instant.meta({ title: '入总览时刻' }),
  entry: Entry,
  published: Entry.nullable().meta({ description: 'correction: what stood before' }),
  previous: LastFigure.nullable().meta({ title: '上期' }),
  change: z.string().nullable().meta({ title: '较上期', description: 'difference, decimal text' }),
  corrected: z
    .string()
    .nullable()
    .meta({ title: '较更正前', description: 'of a correction: difference, decimal text' }),
  findings: z
    .array(z.strictObject({ code: z.string(), message: z.string(), reason: z.string().nullable() }))
    .meta({ title: '提示与说明' }),
  evidence: z.array(EvidenceNamed).meta({ title: '佐证材料' }),
  shown: StatusShown.nullable().meta({ title: '状态' }),
})
export type AppliedRow = z.infer<typeof AppliedRow>

/** Who confirmed or returned what the page may have listed a moment ago: for whoever was about to do the same. */
export const JudgedLately = VerdictMade.extend({ report: EventId, name: z.string() })
export type JudgedLately = z.infer<typeof JudgedLately>

export const Applied = z.strictObject({
  zone: ZoneName,
  period: PeriodView,
  periods: z.array(PeriodView),
  regions: z.array(RegionName).meta({ description: 'regions whose reports the viewer judges' }),
  rows: z.array(AppliedRow).meta({ description: 'latest first' }),
  total: z.int().meta({ description: 'of which the page has the latest' }),
  judged: z.array(JudgedLately).meta({ description: 'latest first, a few' }),
  stream: StreamState,
})
export type Applied = z.infer<typeof Applied>
