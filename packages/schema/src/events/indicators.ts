import { z } from 'zod'
import { FactCode } from '../codes'
import { CalendarDate, Decimal, text } from '../decimal'
import { Period } from '../period'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)

const decided = {
  reason: said(500, '请说明原因').meta({ title: '原因' }),
  decidedOn: CalendarDate.meta({ title: '办理日期' }),
  decidedBy: text(60).meta({ title: '办理人' }),
}

/**
 * Two indicators mean the same (合并): from now on `code` counts as `into`. Both stay with their names, and every target
 * keeps the one it names; targets of both are targets of one indicator. What was said last of a code counts.
 */
export const IndicatorMerged = z
  .strictObject({ code: FactCode, into: FactCode.meta({ title: '并入指标' }), ...decided })
  .refine(({ code, into }) => code !== into, { message: '指标不能并入自身', path: ['into'] })
export type IndicatorMerged = z.infer<typeof IndicatorMerged>

/** The merge was wrong (拆分): `code` stands alone again. */
export const IndicatorSeparated = z.strictObject({
  code: FactCode,
  from: FactCode.meta({ title: '自何指标拆出' }),
  ...decided,
})
export type IndicatorSeparated = z.infer<typeof IndicatorSeparated>

/**
 * A figure of another series that targets are compared with (高于全省平均): the secretariat enters it with its source, a
 * period at a time; entered again, the last one counts. `name` and `scope` are those a target's `relativeTo` or an indicator’s `share` names.
 */
export const SeriesValueEntered = z.strictObject({
  series: FactCode,
  name: said(120, '须写明数列名称').meta({ title: '数列名称', examples: ['地区生产总值增速'] }),
  scope: said(120, '须写明范围').meta({ title: '范围', examples: ['全省平均'] }),
  unit: text(20).nullable().meta({ title: '单位' }),
  period: Period,
  value: Decimal,
  source: said(200, '须注明数据来源').meta({ title: '数据来源', examples: ['四川省统计公报'] }),
  enteredBy: text(60).meta({ title: '录入人' }),
  enteredOn: CalendarDate.meta({ title: '录入日期' }),
})
export type SeriesValueEntered = z.infer<typeof SeriesValueEntered>

/**
 * Where the figures of a series come from (居民收入增速高于经济增速): what each region itself reports of an indicator, for
 * its own targets and the same period. What was said last of a series counts.
 */
export const SeriesSourceStated = z.strictObject({
  series: FactCode,
  name: said(120, '须写明数列名称').meta({ title: '数列名称', examples: ['地区生产总值增速'] }),
  scope: said(120, '须写明范围').meta({ title: '范围', examples: ['经济增速'] }),
  indicator: FactCode.nullable().meta({
    title: '取自指标',
    description: 'the region’s own reports of it are the other series; null: figures are entered',
  }),
  ...decided,
})
export type SeriesSourceStated = z.infer<typeof SeriesSourceStated>
