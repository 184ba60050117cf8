import { z } from 'zod'

/** An exact decimal as text: at most 15 digits before and 6 after the point (numeric(21,6)). Never a float. */
export const Decimal = z
  .string()
  .regex(/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/, '应为数字，整数部分不超过15位，小数不超过6位')
  .meta({ title: '数值', description: 'exact decimal written as text', examples: ['218.4', '-0.3'] })
export type Decimal = z.infer<typeof Decimal>

/** Money in 万元 (ten thousand yuan), a whole number; shown in 万元 or 亿元, stored and sent only so. */
export const Wan = z
  .int('金额以万元为单位，应为整数')
  .min(0, '金额不能为负')
  .max(999_999_999_999, '金额超出范围，请核对单位是否为万元')
  .meta({ title: '金额（万元）', description: 'whole number of 万元', examples: [139_000] })
export type Wan = z.infer<typeof Wan>

/** Physical progress in percent, 0 to 100, at most two decimals. */
export const Percent = z
  .string()
  .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, '应为 0 至 100 之间的数，最多两位小数')
  .meta({ title: '百分比', description: '0 to 100, written as text', examples: ['62.5'] })
export type Percent = z.infer<typeof Percent>

/** Plans reach from 1990 to 2060; outside is a broken clock or a slip, and PostgreSQL has no year 0. */
const inPlanYears = (moment: string): boolean => moment >= '1990' && moment < '2061'
const PLAN_YEARS = '应在 1990 年至 2060 年之间'

/** An instant in UTC, ISO 8601 with `Z`; shown in Asia/Shanghai. */
export const Instant = z.iso
  .datetime({ offset: false })
  .refine(inPlanYears, PLAN_YEARS)
  .meta({ title: '时刻', description: 'instant in UTC, years 1990 to 2060', examples: ['2025-10-12T10:00:00.000Z'] })
export type Instant = z.infer<typeof Instant>

/** A calendar date in Asia/Shanghai, `2025-10-15`. */
export const CalendarDate = z.iso
  .date({ error: '应为完整的日期', abort: true })
  .refine(inPlanYears, PLAN_YEARS)
  .meta({ title: '日期', description: 'calendar date, years 1990 to 2060', examples: ['2025-10-15'] })
export type CalendarDate = z.infer<typeof CalendarDate>

const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u
/** Most texts have no letter that may be one; only those that have cost the expression. */
function hasControl(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at)
    const suspicious =
      unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0xd800 && unit < 0xe000) || unit >= 0xfffe
    if (suspicious) return CONTROL.test(value)
  }
  return false
}
/** Text of at most `max` characters without control characters (PostgreSQL refuses NUL, Excel the rest). */
export const text = (max: number) =>
  z
    .string()
    .max(max, `不超过${max}字`)
    .refine((value) => !hasControl(value), '含有不可见的控制字符，请删除后重试')
