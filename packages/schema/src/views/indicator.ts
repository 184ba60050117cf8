import { z } from 'zod'
import { IndicatorContent } from '../commands/indicator'
import { EventId, FactCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal } from '../decimal'
import { Period } from '../period'
import { ZoneName } from './common'

export const IndicatorsInput = z.strictObject({
  zone: ZoneCode,
  q: z.string().max(60).default(''),
  at: FactCode.nullable().default(null).meta({ title: '指标编号' }),
})

export const IndicatorLine = z.strictObject({
  code: FactCode,
  ...IndicatorContent.shape,
  targets: z.int().meta({ title: '目标数', description: 'of this one and of those merged into it' }),
  merged: z.array(z.strictObject({ code: FactCode, name: z.string() })).meta({ title: '并入的指标' }),
  into: z.strictObject({ code: FactCode, name: z.string() }).nullable().meta({ title: '并入' }),
})
export type IndicatorLine = z.infer<typeof IndicatorLine>

/** The one that is open: with its targets and how it was merged. */
export const IndicatorOpen = z.strictObject({
  line: IndicatorLine,
  seen: EventId.nullable().meta({ description: 'the last event of the indicator or of its merge' }),
  mergedBy: z
    .strictObject({ reason: z.string(), decidedBy: z.string(), decidedOn: CalendarDate })
    .nullable()
    .meta({ title: '合并经过' }),
  targets: z
    .array(z.strictObject({ code: SubjectCode, name: z.string(), plan: z.string(), place: z.string() }))
    .meta({ description: 'the first of them by plan and region; the line says how many there are' }),
  /** Of the same unit and basis: what it can be merged into. */
  alike: z.array(z.strictObject({ code: FactCode, name: z.string() })),
})
export type IndicatorOpen = z.infer<typeof IndicatorOpen>

const SeriesValue = z.strictObject({
  period: Period,
  value: Decimal,
  unit: z.string().nullable(),
  source: z.string(),
  enteredBy: z.string(),
  enteredOn: CalendarDate,
})
/** Another series that targets are compared with; without values where nobody entered one yet, or where it is reported. */
export const SeriesLine = z.strictObject({
  name: z.string().meta({ title: '数列' }),
  scope: z.string().meta({ title: '范围' }),
  unit: z.string().nullable().meta({ title: '单位', description: 'of the targets; of a share’s whole, of its part' }),
  targets: z.array(z.strictObject({ code: SubjectCode, name: z.string() })).meta({ title: '与之比较的目标' }),
  values: z.array(SeriesValue).meta({ title: '各期数值', description: 'latest first' }),
  source: z
    .strictObject({
      indicator: z.strictObject({ code: FactCode, name: z.string() }),
      ...{ reason: z.string(), decidedBy: z.string(), decidedOn: CalendarDate },
    })
    .nullable()
    .meta({ title: '取自填报', description: 'what each region itself reports; null: figures are entered' }),
  seen: EventId.nullable().meta({ description: 'the last statement of the source' }),
  fits: z
    .array(z.strictObject({ code: FactCode, name: z.string() }))
    .meta({ title: '可取自的指标', description: 'counted in the unit of the targets' }),
})
export type SeriesLine = z.infer<typeof SeriesLine>

export const IndicatorsView = z.strictObject({
  zone: ZoneName,
  mayKeep: z.boolean(),
  total: z.int(),
  indicators: z.array(IndicatorLine),
  open: IndicatorOpen.nullable(),
  series: z.array(SeriesLine),
})
export type IndicatorsView = z.infer<typeof IndicatorsView>
