import { z } from 'zod'
import { BodyCode, RegionCode, SubjectCode } from '../codes'
import { Instant, text } from '../decimal'
import { Period } from '../period'

const extended = {
  region: RegionCode,
  body: BodyCode.meta({ title: '填报单位', description: 'to whom more time is given' }),
  subject: SubjectCode.nullable().meta({ title: '事项', description: 'null: everything the body owes for the period' }),
  period: Period,
}
const isOfRegion = ({ region, body }: { region: string; body: string }): boolean => body.startsWith(`${region}-`)
const FOREIGN = { message: '填报单位须属于该行政区', path: ['body'] }

/**
 * More time (延期) for one body or one of its duties in a period. Of several that apply the latest moment counts; an
 * extension shortens nothing.
 */
export const DutyExtended = z
  .strictObject({
    ...extended,
    dueAt: Instant.meta({ title: '延至' }),
    reason: text(500)
      .refine((reason) => reason.trim() !== '', '延期须说明原因')
      .meta({ title: '延期原因' }),
    grantedBy: text(60).meta({ title: '办理人' }),
  })
  .refine(isOfRegion, FOREIGN)
export type DutyExtended = z.infer<typeof DutyExtended>

/** An extension given by mistake is taken back before its moment came: what stood before it stands again. */
export const ExtensionWithdrawn = z
  .strictObject({
    ...extended,
    dueAt: Instant.meta({ title: '收回的延期', description: 'the moment that counts no more' }),
    reason: text(500)
      .refine((reason) => reason.trim() !== '', '收回延期须说明原因')
      .meta({ title: '收回原因' }),
    withdrawnBy: text(60).meta({ title: '办理人' }),
  })
  .refine(isOfRegion, FOREIGN)
export type ExtensionWithdrawn = z.infer<typeof ExtensionWithdrawn>

/** The extended due moment has passed: what is missing is now 未报. */
export const ExtensionEnded = z.strictObject({ ...extended, dueAt: Instant }).refine(isOfRegion, FOREIGN)
export type ExtensionEnded = z.infer<typeof ExtensionEnded>
