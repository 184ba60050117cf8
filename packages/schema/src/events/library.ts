import { z } from 'zod'
import { SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, text } from '../decimal'
import {
  Gate,
  GateOutcome,
  PreliminaryStep,
  Rung,
  rung as rungs,
  SamenessFinding,
  StepState,
} from '../library-vocabulary'

/** Why, for whoever asks years later. */
const Reason = text(500)
  .refine((reason) => reason.trim() !== '', '请说明原因')
  .meta({ title: '原因' })
const decided = {
  decidedOn: CalendarDate.meta({ title: '办理日期' }),
  decidedBy: text(60).meta({ title: '办理人' }),
}
const document = text(120).nullable().meta({ title: '文号', description: 'document number; null: none' })
const note = text(500).nullable().meta({ title: '说明' })

/**
 * Two listings are one real project (合并): from now on `code` is shown under `into`. Both listings stay, each with its
 * provenance, its duties and its reports; nothing is moved or added up.
 */
export const ProjectMerged = z
  .strictObject({
    code: SubjectCode,
    into: SubjectCode.meta({ title: '并入项目' }),
    reason: Reason,
    basis: text(120).nullable().meta({ title: '依据', description: 'meeting or document number' }),
    ...decided,
  })
  .refine(({ code, into }) => code !== into, { message: '项目不能并入自身', path: ['into'] })
export type ProjectMerged = z.infer<typeof ProjectMerged>

/** The merge was wrong (拆分): `code` stands alone again. Without effect when it is not merged into `from` any more. */
export const ProjectSeparated = z.strictObject({
  code: SubjectCode,
  from: SubjectCode.meta({ title: '自何项目拆出' }),
  reason: Reason,
  ...decided,
})
export type ProjectSeparated = z.infer<typeof ProjectSeparated>

/** Two listings that looked like one project are two: not asked again. `code` is the first of both in order. */
export const ProjectsKeptApart = z
  .strictObject({ code: SubjectCode, other: SubjectCode.meta({ title: '另一项目' }), reason: Reason, ...decided })
  .refine(({ code, other }) => code < other, { message: '两个编号按顺序填写，且不能相同', path: ['other'] })
export type ProjectsKeptApart = z.infer<typeof ProjectsKeptApart>

/**
 * What this zone says of a listing of its own and one of another zone. It is said on the own topic and changes nothing
 * there: both listings stay, each zone counts its own. The last one said of a pair counts.
 */
export const ProjectFoundElsewhere = z.strictObject({
  code: SubjectCode,
  otherZone: ZoneCode.meta({ title: '对方经济区' }),
  other: SubjectCode.meta({ title: '对方项目' }),
  finding: SamenessFinding,
  reason: Reason,
  ...decided,
})
export type ProjectFoundElsewhere = z.infer<typeof ProjectFoundElsewhere>

const ladder = (rung: Rung): number => rungs.words.indexOf(rung)

/** A project reached a rung of the library's ladder, or went back with a reason. Not what its reports say. */
export const ProjectAdvanced = z
  .strictObject({
    code: SubjectCode,
    rung: Rung,
    previous: Rung.nullable().meta({ description: 'null: it was on no rung' }),
    on: CalendarDate.meta({ title: '日期' }),
    document,
    note,
    reason: Reason.nullable().meta({ title: '退回原因' }),
    decidedBy: decided.decidedBy,
  })
  .refine(({ rung, previous }) => rung !== previous, { message: '项目已处于该阶段', path: ['rung'] })
  .refine(({ rung, previous, reason }) => previous === null || ladder(rung) > ladder(previous) || reason !== null, {
    message: '退回前一阶段须说明原因',
    path: ['reason'],
  })
export type ProjectAdvanced = z.infer<typeof ProjectAdvanced>

/** A preliminary step (前期手续) began, is done, or is not needed; the last one said of a step counts. */
export const ProjectStepRecorded = z.strictObject({
  code: SubjectCode,
  step: PreliminaryStep,
  state: StepState,
  on: CalendarDate.meta({ title: '日期' }),
  document,
  note,
  decidedBy: decided.decidedBy,
})
export type ProjectStepRecorded = z.infer<typeof ProjectStepRecorded>

/** What came of a gate (评估、评议、公示、审计、后评价); the last one said of a gate counts. */
export const ProjectGateRecorded = z.strictObject({
  code: SubjectCode,
  gate: Gate,
  outcome: GateOutcome,
  on: CalendarDate.meta({ title: '日期' }),
  document,
  note,
  decidedBy: decided.decidedBy,
})
export type ProjectGateRecorded = z.infer<typeof ProjectGateRecorded>

const Month = z
  .string()
  .regex(/^20[0-5]\d-(0[1-9]|1[0-2])$/, '请填写年月，如2026-03')
  .meta({ examples: ['2026-03'] })

/** When a project is to start and to be completed, as planned now; rolls on from year to year. */
export const ProjectScheduled = z
  .strictObject({
    code: SubjectCode,
    startIn: Month.nullable().meta({ title: '计划开工' }),
    completeIn: Month.nullable().meta({ title: '计划投产' }),
    note,
    decidedOn: decided.decidedOn,
    decidedBy: decided.decidedBy,
  })
  .refine(({ startIn, completeIn }) => startIn === null || completeIn === null || startIn <= completeIn, {
    message: '计划投产不能早于计划开工',
    path: ['completeIn'],
  })
export type ProjectScheduled = z.infer<typeof ProjectScheduled>
