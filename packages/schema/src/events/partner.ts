import { z } from 'zod'
import { BodyCode, EventId, FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, text } from '../decimal'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const voice = {
  by: BodyCode,
  person: text(60).meta({ title: '办理人' }),
  on: CalendarDate.meta({ title: '办理日期', description: 'in China' }),
}
/** Which invitation it is about: an answer to one that was replaced answers nothing. */
const about = {
  code: FactCode.meta({ examples: ['PX-145-P233-H01'] }),
  subject: SubjectCode,
  ofZone: ZoneCode.meta({ title: '项目所属经济区' }),
  invitation: EventId.meta({ description: 'the event that invited' }),
}

/** The zone that owns a project invites a region or body of another zone to take a part in it. Its own topic says so. */
export const PartnerInvited = z
  .strictObject({
    code: about.code,
    subject: SubjectCode,
    partnerZone: ZoneCode.meta({ title: '合作方经济区' }),
    partnerRegion: RegionCode.nullable().meta({
      title: '合作地区',
      description: 'of the body too; null: a body of the zone',
    }),
    partnerBody: BodyCode.nullable().meta({ title: '合作单位', description: 'null: the region as such' }),
    part: said(200, '须写明承担部分').meta({ title: '承担部分', examples: ['宜宾境内段征地拆迁和建设'] }),
    contribution: said(300, '须写明投入').meta({ title: '投入', examples: ['资本金12亿元、用地指标'] }),
    sharePercent: z.int().min(1).max(100).nullable().meta({
      title: '占全项目比例（%）',
      description:
        'of the whole project; what is left is the own regions’, by their own agreed shares; null: not agreed',
    }),
    basis: said(120, '须注明依据').meta({ title: '依据', description: 'meeting or document' }),
    ...voice,
  })
  .refine(({ partnerRegion, partnerBody }) => partnerRegion !== null || partnerBody !== null, {
    message: '须写明合作地区或单位',
    path: ['partnerRegion'],
  })
export type PartnerInvited = z.infer<typeof PartnerInvited>

/** The partner's zone answers on its own topic; one that was not asked has no effect. */
export const PartnerAnswered = z.strictObject({
  ...about,
  accepted: z.boolean().meta({ title: '是否接受' }),
  note: said(500, '须写明答复意见').meta({ title: '答复意见' }),
  ...voice,
})
export type PartnerAnswered = z.infer<typeof PartnerAnswered>

/** Either zone ends it on its own topic: the owner takes it back or ends it, the partner leaves. */
export const PartnerEnded = z.strictObject({
  ...about,
  reason: said(500, '须说明原因').meta({ title: '原因' }),
  ...voice,
})
export type PartnerEnded = z.infer<typeof PartnerEnded>
