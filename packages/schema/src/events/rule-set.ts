import { z } from 'zod'
import { ZoneCode } from '../codes'
import { CheckThresholds } from '../check-thresholds'
import { CalendarDate, Decimal, text } from '../decimal'
import { PaceMethod, PathMethod } from '../status-vocabulary'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)

/** Contracts allow 15 places before the point and 6 after it: as whole numbers of 10⁻⁶ they compare exactly. */
function millionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}

/** What is no number is said at its own field, and has no order: as a whole number it would throw. */
const isNumber = (limit: string): boolean => Decimal.safeParse(limit).success

const falls = (...limits: string[]): boolean =>
  !limits.every(isNumber) ||
  limits.every((limit, index) => index === 0 || millionths(limits[index - 1] ?? limit) > millionths(limit))

const inOrder = (what: string) =>
  z
    .strictObject({
      ahead: Decimal.meta({ title: '快于预期', description: 'from here on' }),
      onTrack: Decimal.meta({ title: '基本符合预期', description: 'from here on' }),
      behind: Decimal.meta({ title: '滞后', description: 'from here on; below: seriously behind' }),
    })
    .refine(({ ahead, onTrack, behind }) => falls(ahead, onTrack, behind), {
      message: `${what}的三个界限须从高到低：快于预期 > 基本符合预期 > 滞后`,
    })

const compound = (what: string) =>
  z
    .strictObject({ onTrack: Decimal.meta({ title: '基本符合预期' }), behind: Decimal.meta({ title: '滞后' }) })
    .refine(({ onTrack, behind }) => falls(onTrack, behind, '0'), {
      message: `${what}的界限须从高到低，且都大于零（零以下为倒退）：基本符合预期 > 滞后 > 0`,
    })

const within = (value: string, allowed: (limit: bigint) => boolean) => !isNumber(value) || allowed(millionths(value))
const Tolerance = Decimal.refine((value) => within(value, (limit) => limit >= 0n && limit <= millionths('20')), {
  message: '容差应在 0% 至 20% 之间',
})
const Share = Decimal.refine((value) => within(value, (limit) => limit > 0n && limit <= millionths('0.5')), {
  message: '改用百分点的界限应大于 0、不超过 0.5',
})

/** Thresholds and methods by which a zone's targets and projects are judged. */
export const JudgingRules = z.strictObject({
  ratio: inOrder('比值').meta({ title: '比值的界限' }),
  points: inOrder('百分点差').meta({ title: '百分点差的界限' }),
  growth: inOrder('增速差').meta({ title: '增速差的界限（百分点）' }),
  compoundUn: compound('联合国进展图').meta({ title: '推算实现程度的界限' }),
  compoundOpenSdg: compound('Open SDG').meta({ title: '增速之比的界限' }),
  tolerancePercent: Tolerance.meta({
    title: '容差（%）',
    description: 'of limits, of about, of a target equal to its baseline',
  }),
  smallestExpected: Share.meta({
    title: '改用百分点的界限',
    description: 'expected shares below are compared in points: a ratio to almost nothing says nothing',
  }),
  methods: z.strictObject({
    stock: PathMethod.meta({ title: '时点' }),
    ratio: PathMethod.meta({ title: '比重/率' }),
    flowYearEnd: PathMethod.meta({ title: '时期，年末' }),
    flowWithinYear: PaceMethod.meta({ title: '时期，年内' }),
    cumulative: PaceMethod.meta({ title: '规划期累计' }),
    perYear: PaceMethod.meta({ title: '每年' }),
    project: PaceMethod.meta({ title: '项目' }),
  }),
})
export type JudgingRules = z.infer<typeof JudgingRules>

/** A zone's rule set (判定规则) from a day on: of those in force on a period's last day, the highest version judges it. */
export const RuleSetAdopted = z.strictObject({
  zone: ZoneCode,
  version: z.int().min(1).max(9999).meta({ title: '版本' }),
  effectiveFrom: CalendarDate.meta({ title: '施行日期' }),
  rules: JudgingRules,
  checks: CheckThresholds.optional().meta({ title: '校验界限', description: 'absent: the defaults' }),
  reason: said(500, '判定规则的变更须说明原因').meta({ title: '原因' }),
  adoptedBy: said(120, '须注明依据的会议或文件').meta({ title: '依据', description: 'meeting or document number' }),
  decidedBy: said(40, '须写明办理人').meta({ title: '办理人' }),
})
export type RuleSetAdopted = z.infer<typeof RuleSetAdopted>
