import { z } from 'zod'
import { BodyCode, RegionCode, ZoneCode } from '@lianxi/schema/codes'
import { Name } from './common'

const MechanismSource = z.strictObject({
  document: z.string().regex(/^\d{3}$/),
  line: z.int().min(0),
  alsoLines: z.array(z.int().min(0)).optional(),
})

/** A fact of a mechanism with its line; null means that the plan does not say. */
const stated = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, source: MechanismSource }).nullable()
const Names = z.array(Name).min(1)

/** mechanisms.json: how a zone's or a body's work is organised (工作机制). */
export const MechanismRow = z.strictObject({
  code: z.union([ZoneCode, RegionCode]),
  name: Name,
  scope: z.enum(['zone', 'body']),
  document: z.string().regex(/^\d{3}$/),
  status: Name.optional(),
  reviewBody: stated(Name),
  reviewBodyDuties: stated(Names),
  listLead: stated(Name),
  /** Bodies whose secretariat drafts and adopts the list, the leading one first: what `listLead` names, as bodies. */
  listLeadBodies: z.array(BodyCode).min(1).optional(),
  listName: stated(Name),
  listMethod: stated(Name),
  responsibleRegions: stated(z.array(RegionCode).min(1)),
  supportingBodies: stated(z.strictObject({ bodies: z.union([Name, Names]), duties: Names })),
  tiers: stated(z.strictObject({ levels: Names, of: Name })),
  assessment: stated(z.record(z.string(), z.union([Name, Names]))),
  outputs: stated(Names),
  midTermReview: stated(
    z.union([
      z.strictObject({ stated: z.literal(true), by: Name, when: Name, to: Name, revision: Name }),
      z.strictObject({ stated: z.literal(false), what: Name }),
    ]),
  ),
  publicParticipation: stated(Names),
  specialTools: z.array(z.strictObject({ value: Name, source: MechanismSource })),
})
export type MechanismRow = z.infer<typeof MechanismRow>
