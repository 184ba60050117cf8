import { publicZone } from '@lianxi/db/readers/public/page'
import { PublicInput, PublicZone } from '@lianxi/schema/views/public'
import { openReleased } from '../../released'
import { openProcedure } from '../../trpc'

/** Lists and regions of a zone with anything public in them; null: there is no such zone. */
export const zone = openProcedure
  .meta({ access: 'anyone' })
  .input(PublicInput.pick({ zone: true }))
  .output(PublicZone.nullable())
  .query(async ({ ctx: { deps }, input }) => {
    const released = await openReleased(deps, input.zone)
    return released === undefined ? null : publicZone(released.index, released.stamp)
  })
