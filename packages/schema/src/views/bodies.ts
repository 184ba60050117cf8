import { z } from 'zod'
import { BodyCode, FactCode, ZoneCode } from '../codes'
import { CalendarDate } from '../decimal'
import { BodyKind } from '../vocabulary'
import { BodyName, RegionName } from './common'

/** What a body still reports or leads on an adopted list. */
export const Owed = z.strictObject({
  list: FactCode,
  listName: z.string(),
  item: FactCode,
  position: z.int(),
  name: z.string(),
  reports: z.boolean(),
  leads: z.boolean(),
})
export type Owed = z.infer<typeof Owed>

export const BodiesInput = z.strictObject({
  zone: ZoneCode.nullable().default(null),
  body: BodyCode.nullable().default(null),
})
/** 单位: the bodies of a zone, and of one of them what it still owes. */
export const BodiesView = z.strictObject({
  zones: z.array(z.strictObject({ code: ZoneCode, name: z.string() })),
  zone: ZoneCode.nullable(),
  today: CalendarDate,
  regions: z.array(RegionName),
  bodies: z.array(
    z.strictObject({
      ...BodyName.shape,
      kind: BodyKind,
      region: RegionName.nullable(),
      endedOn: CalendarDate.nullable(),
    }),
  ),
  chosen: z
    .strictObject({
      ...{ code: BodyCode, owed: z.array(Owed) },
      drafts: z.int().meta({ description: 'items of lists that are not adopted yet' }),
      accounts: z.int().meta({ description: 'memberships in it' }),
      successors: z.array(BodyName),
    })
    .nullable(),
})
export type BodiesView = z.infer<typeof BodiesView>
