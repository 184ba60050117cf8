import { z } from 'zod'
import { ZoneCode } from '../codes'
import { timeInput } from '../moment'
import { Period } from '../period'
import { Stamp } from './common'

export const MomentsInput = z.strictObject({ zone: ZoneCode, ...timeInput, period: Period.optional() })
export type MomentsInput = z.infer<typeof MomentsInput>

/** The commits of the board that moments mean; null: not asked for, or refused with a sentence. */
export const Moments = z.strictObject({
  asOf: Stamp.nullable(),
  comparedWith: Stamp.nullable(),
  instead: z
    .strictObject({ period: Period, label: z.string() })
    .nullable()
    .meta({ description: 'shown instead of the asked period, which was not open then' }),
  refusal: z.string().nullable().meta({ description: 'why one of them shows nothing' }),
})
export type Moments = z.infer<typeof Moments>
