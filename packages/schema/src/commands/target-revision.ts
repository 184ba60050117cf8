import { z } from 'zod'
import { SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, text } from '../decimal'
import { IdempotencyKey } from './report'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)

/** `expectedRevision`: how many revisions the person saw; another number means somebody was faster. */
export const ReviseTarget = z.strictObject({
  zone: ZoneCode,
  target: SubjectCode,
  idempotencyKey: IdempotencyKey,
  expectedRevision: z.int().min(0).max(98),
  value: Decimal,
  valueHigh: Decimal.nullable(),
  targetYear: z.int().min(1990).max(2060),
  reason: said(500, '请说明修订原因').meta({ title: '修订原因' }),
  approvedBy: said(120, '请写明批准机关').meta({ title: '批准机关' }),
  basis: said(120, '请注明批准文件').meta({ title: '批准文件' }),
  on: CalendarDate.meta({ title: '批准日期' }),
})
export type ReviseTarget = z.infer<typeof ReviseTarget>
