import { readPublicPage } from '@lianxi/db/readers/public/page'
import { PublicInput, PublicPage } from '@lianxi/schema/views/public'
import { openReleased } from '../../released'
import { openProcedure } from '../../trpc'

/** One page of what is public in a zone; null: there is no such zone. */
export const page = openProcedure
  .meta({ access: 'anyone' })
  .input(PublicInput)
  .output(PublicPage.nullable())
  .query(async ({ ctx: { deps }, input }) => {
    const released = await openReleased(deps, input.zone)
    return released === undefined ? null : readPublicPage(deps.prisma, released.index, released.stamp, input)
  })
