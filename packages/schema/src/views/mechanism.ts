import { z } from 'zod'
import { RegionCode, ZoneCode } from '../codes'
import { MechanismFact } from '../vocabulary'
import { RegionName, ZoneName } from './common'

export const MechanismInput = z.strictObject({ zone: ZoneCode })

/** 工作机制 of the zone and of bodies in it; every fact with its place, or openly unsaid. */
export const MechanismView = z.strictObject({
  zone: ZoneName,
  parts: z.array(
    z.strictObject({
      of: z.union([ZoneCode, RegionCode]),
      name: z.string(),
      facts: z.array(
        z.strictObject({
          fact: MechanismFact,
          said: z.array(z.string()).nullable().meta({ description: 'null: 规划未载明' }),
          source: z.string().nullable().meta({ title: '出处' }),
        }),
      ),
    }),
  ),
  /** By which the code goes: who confirms whose reports, and whose parts make the zone's figure. */
  confirmations: z.array(z.strictObject({ region: RegionName, by: RegionName })).meta({ title: '审核链' }),
  responsible: z.array(RegionName).meta({ title: '责任主体' }),
})
export type MechanismView = z.infer<typeof MechanismView>
