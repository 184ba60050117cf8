import { z } from 'zod'
import { BodyCode, EventId, FactCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Wan } from '../decimal'
import { timeInput } from '../moment'
import { PartnershipState } from '../partner-vocabulary'
import { Period } from '../period'
import { Stage, WorkField } from '../vocabulary'
import { picture } from './common'

const Named = z.strictObject({ code: z.string(), name: z.string() })
const ZoneNamed = z.strictObject({ code: ZoneCode, name: z.string() })
const spoken = { body: z.string().meta({ title: '单位' }), on: CalendarDate }

/** One region's part of a project two zones share, with what it last reported; no timeliness in it. */
export const SharedPart = z.strictObject({
  zone: ZoneCode,
  region: z.string().meta({ title: '地区' }),
  ofWholePercent: z.string().nullable().meta({ title: '占全项目（%）' }),
  ofZonePercent: z
    .string()
    .nullable()
    .meta({ title: '占本区部分（%）', description: 'null: of the partner, or not agreed' }),
  listing: SubjectCode.nullable().meta({ title: '填报编号' }),
  last: z
    .strictObject({
      period: Period,
      stage: Stage.nullable(),
      investedTotalWan: Wan.nullable(),
      progressPercent: z.string().nullable(),
    })
    .nullable(),
})
export type SharedPart = z.infer<typeof SharedPart>

/** A partner of another zone in one project, as both zones see it. */
export const PartnershipView = z.strictObject({
  code: FactCode,
  of: ZoneNamed.meta({ title: '项目所属经济区' }),
  subject: SubjectCode,
  name: z.string().meta({ title: '项目' }),
  field: WorkField.nullable(),
  partnerZone: ZoneNamed.meta({ title: '合作方经济区' }),
  partner: Named.meta({ title: '合作方' }),
  part: z.string().meta({ title: '承担部分' }),
  contribution: z.string().meta({ title: '投入' }),
  sharePercent: z.int().nullable().meta({ title: '占全项目比例（%）' }),
  basis: z.string().meta({ title: '依据' }),
  state: PartnershipState,
  invited: z.strictObject(spoken),
  answered: z.strictObject({ accepted: z.boolean(), note: z.string(), ...spoken }).nullable(),
  ended: z.strictObject({ zone: ZoneNamed, reason: z.string(), ...spoken }).nullable(),
  seen: EventId.meta({ description: 'the last event of it' }),
  parts: z.array(SharedPart).nullable().meta({
    title: '各方进展',
    description: 'null: it does not stand, or the viewer has no part in it',
  }),
  listed: z.array(Named).meta({ description: 'listings of the partner’s zone it says are this project' }),
  mayAnswer: z.boolean(),
  mayEnd: z.boolean(),
})
export type PartnershipView = z.infer<typeof PartnershipView>

export const PartnersInput = z.strictObject({
  zone: ZoneCode,
  subject: SubjectCode.optional().meta({ description: 'of that project of the zone alone' }),
  ...timeInput,
})
export const PartnersView = z.strictObject({
  zone: ZoneNamed,
  ...picture,
  partnerships: z.array(PartnershipView),
})
export type PartnersView = z.infer<typeof PartnersView>

/** Whom the secretariat can invite: regions and bodies of other zones that stand. */
export const Invitable = z.strictObject({
  zone: ZoneNamed,
  partners: z.array(z.strictObject({ code: BodyCode, name: z.string() })),
})
export type Invitable = z.infer<typeof Invitable>

export const InvitableInput = z.strictObject({ zone: ZoneCode, subject: SubjectCode })
export const InvitableView = z.strictObject({
  zones: z.array(Invitable),
  openPercent: z.int().meta({ title: '尚可约定的比例（%）' }),
})
export type InvitableView = z.infer<typeof InvitableView>
