import { markRead } from '@lianxi/db/notice/read-notices'
import { NoticesRead, ReadNotices } from '@lianxi/schema/views/notice'
import { signedInProcedure } from '../../trpc'

/** Marks one's own notices as read. Doing it twice is doing it once, so it carries no key. */
export const read = signedInProcedure
  .meta({ access: 'signed-in' })
  .input(ReadNotices)
  .output(NoticesRead)
  .mutation(async ({ ctx: { deps, person }, input }) => ({ unread: await markRead(deps.prisma, person.id, input.ids) }))
