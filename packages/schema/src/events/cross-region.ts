import { z } from 'zod'
import { BodyCode, FactCode, RegionCode, SubjectCode } from '../codes'
import { CalendarDate, Percent, text, Wan } from '../decimal'
import { Period } from '../period'
import { Disagreement, Stage } from '../vocabulary'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const secretariat = {
  by: BodyCode,
  person: text(60).meta({ title: '办理人' }),
  on: CalendarDate.meta({ title: '办理日期', description: 'in China' }),
}

/** What one region said of its part when the parts were compared; 本期无变化 stands for what it said before. */
export const PartSaid = z.strictObject({
  region: RegionCode,
  stage: Stage.nullable(),
  progressPercent: Percent.nullable(),
  investedTotalWan: Wan.nullable(),
  sharePercent: z.int().min(0).max(100).nullable(),
  dates: z
    .array(z.strictObject({ name: text(200), dueOn: CalendarDate.nullable(), reachedOn: CalendarDate.nullable() }))
    .max(100)
    .meta({ title: '节点日期', description: 'planned by the list, reached by the report' }),
})
export type PartSaid = z.infer<typeof PartSaid>

/**
 * The secretariat settles what the regions' reports on one project say differently. The reports stay as they are; the
 * note stands beside the disagreement as long as the regions say exactly what they said here.
 */
export const DisagreementSettled = z.strictObject({
  subject: SubjectCode,
  period: Period.meta({ description: 'in which the parts were compared' }),
  what: z.array(Disagreement).min(1).max(4),
  parts: z.array(PartSaid).min(2).max(60),
  note: said(500, '须写明核定结论').meta({ title: '核定结论' }),
  ...secretariat,
})
export type DisagreementSettled = z.infer<typeof DisagreementSettled>

/** 衔接节点: one region hands something over by a day, before another can go on. Said again, it was changed. */
export const HandoverAgreed = z
  .strictObject({
    code: FactCode.meta({ examples: ['PX-145-P001-J01'] }),
    subject: SubjectCode,
    giver: RegionCode.meta({ title: '移交方' }),
    receiver: RegionCode.meta({ title: '接收方' }),
    what: said(200, '须写明移交什么').meta({ title: '移交内容', examples: ['会理段管沟和用地手续'] }),
    dueOn: CalendarDate.meta({ title: '约定日期', description: 'its last day, in China' }),
    unlocks: text(200).meta({ title: '完成后方可', examples: ['凉山段焊接进场'] }),
    basis: said(120, '须注明约定依据').meta({ title: '约定依据', description: 'meeting, document or list' }),
    ...secretariat,
  })
  .refine(({ giver, receiver }) => giver !== receiver, { message: '移交方和接收方不能相同', path: ['receiver'] })
export type HandoverAgreed = z.infer<typeof HandoverAgreed>

/** It was handed over; the last one said of a code counts, so a wrong entry can be taken back. */
export const HandoverReached = z.strictObject({
  code: FactCode,
  subject: SubjectCode,
  reachedOn: CalendarDate.nullable().meta({
    title: '完成日期',
    description: 'null: it was not, the entry is taken back',
  }),
  note: text(500).meta({ title: '说明' }),
  ...secretariat,
})
export type HandoverReached = z.infer<typeof HandoverReached>

/** It is not needed any more. */
export const HandoverDropped = z.strictObject({
  code: FactCode,
  subject: SubjectCode,
  reason: said(500, '取消须说明原因').meta({ title: '取消原因' }),
  ...secretariat,
})
export type HandoverDropped = z.infer<typeof HandoverDropped>
