import { z } from 'zod'
import { SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, text, Wan } from '../decimal'
import { IdempotencyKey } from './report'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const YEARS = '应在 1990 年至 2060 年之间'
const Year = z.int('应为四位数的年份').min(1990, YEARS).max(2060, YEARS).meta({ title: '年份' })

/** `expectedRevision`: how many approved revisions the person saw; another number means somebody was faster. */
const proposing = {
  expectedRevision: z.int().min(0).max(98),
  fromYear: Year.meta({ title: '自哪一年起' }),
  reason: said(500, '请说明修订原因').meta({ title: '修订原因' }),
  document: said(120, '请注明建议文件').meta({ title: '建议文件' }),
}
/** Which of the subject's proposals; what it says never changes, so the number is what the person saw. */
const number = z.int().min(1).max(999)

/** `yearly`: of the years from `fromYear` on; those the plan gave for them no longer hold. */
export const RevisionDeed = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('propose-target'),
    value: Decimal,
    valueHigh: Decimal.nullable(),
    targetYear: Year,
    yearly: z.array(z.strictObject({ year: Year, value: Decimal })).max(20),
    ...proposing,
  }),
  z.strictObject({
    type: z.literal('propose-project'),
    investmentWan: Wan.nullable(),
    startYear: Year.nullable(),
    endYear: Year.nullable(),
    yearly: z.array(z.strictObject({ year: Year, planWan: Wan })).max(20),
    ...proposing,
  }),
  z.strictObject({
    type: z.literal('approve'),
    number,
    approvedBy: said(120, '请写明批准机关').meta({ title: '批准机关' }),
    basis: said(120, '请注明批准文件').meta({ title: '批准文件' }),
    on: CalendarDate.meta({ title: '批准日期' }),
  }),
  z.strictObject({
    type: z.literal('refuse'),
    number,
    reason: said(500, '请说明不予批准的原因').meta({ title: '原因' }),
  }),
  z.strictObject({
    type: z.literal('withdraw'),
    number,
    reason: said(500, '请说明撤回的原因').meta({ title: '原因' }),
  }),
])
export type RevisionDeed = z.infer<typeof RevisionDeed>

/** Proposes the revision of what a plan says of a target or a project, or says what becomes of the proposal. */
export const ReviseSubject = z.strictObject({
  zone: ZoneCode,
  subject: SubjectCode,
  idempotencyKey: IdempotencyKey,
  deed: RevisionDeed,
})
export type ReviseSubject = z.infer<typeof ReviseSubject>
