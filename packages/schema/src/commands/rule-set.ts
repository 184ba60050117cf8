import { z } from 'zod'
import { ZoneCode } from '../codes'
import { CheckThresholds } from '../check-thresholds'
import { CalendarDate, text } from '../decimal'
import { JudgingRules } from '../events/rule-set'
import { IdempotencyKey } from './report'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)

/** Rules that might be adopted: whom would they move? */
export const PreviewRules = z.strictObject({ zone: ZoneCode, effectiveFrom: CalendarDate, rules: JudgingRules })
export type PreviewRules = z.infer<typeof PreviewRules>

/** `expectedVersion`: the last version the person saw; another means somebody was faster. */
export const AdoptRules = z.strictObject({
  ...PreviewRules.shape,
  checks: CheckThresholds,
  idempotencyKey: IdempotencyKey,
  expectedVersion: z.int().min(0).max(9998),
  reason: said(500, '请说明变更判定规则的原因').meta({ title: '原因' }),
  adoptedBy: said(120, '请注明依据的会议或文件').meta({ title: '依据' }),
})
export type AdoptRules = z.infer<typeof AdoptRules>
