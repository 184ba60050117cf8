import { z } from 'zod'
import { BodyCode, EventId, FactCode, SubjectCode, ZoneCode } from '../codes'
import { text } from '../decimal'
import { IdempotencyKey } from './report'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const of = { code: FactCode, seen: EventId.meta({ description: 'the last event of it the person saw' }) }

export const PartnerDeed = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('invite'),
    partnerZone: ZoneCode.meta({ title: '合作方经济区' }),
    partner: BodyCode.meta({ title: '合作方', description: 'code of a region or of a body of that zone' }),
    part: said(200, '请写明承担部分').meta({ title: '承担部分' }),
    contribution: said(300, '请写明投入').meta({ title: '投入' }),
    sharePercent: z.int().min(1).max(100).nullable().meta({ title: '占全项目比例（%）' }),
    basis: said(120, '请注明依据').meta({ title: '依据' }),
  }),
  z.strictObject({
    type: z.literal('answer'),
    ...of,
    accepted: z.boolean(),
    note: said(500, '请写明答复意见').meta({ title: '答复意见' }),
  }),
  z.strictObject({ type: z.literal('end'), ...of, reason: said(500, '请说明原因').meta({ title: '原因' }) }),
])
export type PartnerDeed = z.infer<typeof PartnerDeed>

/** `zone`: for which the person speaks; `ofZone`: whose project it is. */
export const SayOfPartner = z.strictObject({
  zone: ZoneCode,
  ofZone: ZoneCode,
  subject: SubjectCode,
  idempotencyKey: IdempotencyKey,
  deed: PartnerDeed,
})
export type SayOfPartner = z.infer<typeof SayOfPartner>
