import { z } from 'zod'
import { EventId, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, text } from '../decimal'
import { Gate, GateOutcome, PreliminaryStep, Rung, SamenessFinding, StepState } from '../library-vocabulary'
import { IdempotencyKey } from './report'

const Reason = text(500)
  .refine((reason) => reason.trim() !== '', '请说明原因')
  .meta({ title: '原因' })
const Month = z
  .string()
  .regex(/^$|^20[0-5]\d-(0[1-9]|1[0-2])$/, '请填写年月，如2026-03')
  .meta({ description: 'year and month; empty: not planned' })
const dated = {
  code: SubjectCode,
  on: CalendarDate.meta({ title: '日期' }),
  document: text(120).meta({ title: '文号' }),
  note: text(500).meta({ title: '说明' }),
}

/** What can be done with a project of the library. Empty text means that nothing was said. */
export const LibraryDeed = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('advance'), ...dated, rung: Rung, reason: text(500).meta({ title: '退回原因' }) }),
  z.strictObject({ type: z.literal('record-step'), ...dated, step: PreliminaryStep, state: StepState }),
  z.strictObject({ type: z.literal('record-gate'), ...dated, gate: Gate, outcome: GateOutcome }),
  z.strictObject({
    type: z.literal('schedule'),
    code: SubjectCode,
    startIn: Month.meta({ title: '计划开工' }),
    completeIn: Month.meta({ title: '计划投产' }),
    note: text(500).meta({ title: '说明' }),
  }),
  z.strictObject({
    type: z.literal('merge'),
    code: SubjectCode,
    into: SubjectCode.meta({ title: '并入项目' }),
    reason: Reason,
    basis: text(120).meta({ title: '依据' }),
  }),
  z.strictObject({ type: z.literal('separate'), code: SubjectCode, from: SubjectCode, reason: Reason }),
  z.strictObject({ type: z.literal('keep-apart'), code: SubjectCode, other: SubjectCode, reason: Reason }),
  z.strictObject({
    type: z.literal('find-elsewhere'),
    code: SubjectCode,
    otherZone: ZoneCode.meta({ title: '对方经济区' }),
    other: SubjectCode.meta({ title: '对方项目' }),
    finding: SamenessFinding,
    reason: Reason,
  }),
])
export type LibraryDeed = z.infer<typeof LibraryDeed>

/** `seen`: the last event the person saw of the project; another one now is a collision. Absent: named unseen. */
export const RecordInLibrary = z.strictObject({
  zone: ZoneCode,
  idempotencyKey: IdempotencyKey,
  seen: EventId.nullable().optional(),
  deed: LibraryDeed,
})
export type RecordInLibrary = z.infer<typeof RecordInLibrary>
