import { z } from 'zod'
import { EventId, FactCode, ZoneCode } from '../codes'
import { Decimal, text } from '../decimal'
import { ShareOf } from '../events/facts'
import { Frequency, Period } from '../period'
import { Aggregation, Basis, Direction, PriceBasis, WorkField } from '../vocabulary'
import { IdempotencyKey } from './report'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const Reason = said(500, '请说明原因').meta({ title: '原因' })

/** What an indicator is. Null and empty text: not said. */
export const IndicatorContent = z.strictObject({
  name: said(120, '请填指标名称').meta({ title: '指标名称' }),
  unit: said(20, '请填计量单位').meta({ title: '单位' }),
  basis: Basis,
  aggregate: Aggregation,
  domain: WorkField,
  frequency: Frequency.nullable().meta({ title: '发布频率' }),
  releaseAfterDays: z.int().min(0).max(400).nullable().meta({ title: '期末后多少天发布' }),
  releasedBy: text(120).meta({ title: '发布单位和方式' }),
  priceBasis: PriceBasis.nullable(),
  direction: Direction.nullable(),
  weight: FactCode.nullable().meta({ title: '权数指标', description: 'only where 汇总方式 is 加权平均' }),
  share: ShareOf.nullable().default(null),
})
export type IndicatorContent = z.infer<typeof IndicatorContent>

/** `put` without a code: a new indicator. */
export const IndicatorDeed = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('put'), code: FactCode.nullable(), content: IndicatorContent }),
  z.strictObject({ type: z.literal('merge'), code: FactCode, into: FactCode, reason: Reason }),
  z.strictObject({ type: z.literal('separate'), code: FactCode, reason: Reason }),
])
export type IndicatorDeed = z.infer<typeof IndicatorDeed>

/** `seen`: the last event the person saw of the deed's indicator; another one now is a collision. */
export const KeepIndicator = z.strictObject({
  zone: ZoneCode,
  idempotencyKey: IdempotencyKey,
  seen: EventId.nullable(),
  deed: IndicatorDeed,
})
export type KeepIndicator = z.infer<typeof KeepIndicator>

export const EnterSeriesValue = z.strictObject({
  zone: ZoneCode,
  idempotencyKey: IdempotencyKey,
  name: said(120, '请写明数列名称').meta({ title: '数列名称' }),
  scope: said(120, '请写明范围').meta({ title: '范围' }),
  unit: text(20).meta({ title: '单位' }),
  period: Period,
  value: Decimal,
  source: said(200, '请注明数据来源').meta({ title: '数据来源' }),
})
export type EnterSeriesValue = z.infer<typeof EnterSeriesValue>

/** `indicator` null: figures are entered. `seen`: the last statement of the series the person saw. */
export const StateSeriesSource = z.strictObject({
  zone: ZoneCode,
  idempotencyKey: IdempotencyKey,
  name: said(120, '请写明数列名称').meta({ title: '数列名称' }),
  scope: said(120, '请写明范围').meta({ title: '范围' }),
  indicator: FactCode.nullable().meta({ title: '取自指标' }),
  reason: Reason,
  seen: EventId.nullable(),
})
export type StateSeriesSource = z.infer<typeof StateSeriesSource>
