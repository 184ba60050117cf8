import { readNotices } from '@lianxi/db/notice/read-notices'
import { NoticeList } from '@lianxi/schema/views/notice'
import { z } from 'zod'
import { signedInProcedure } from '../../trpc'

/** One's own notices. */
export const list = signedInProcedure
  .meta({ access: 'signed-in' })
  .input(z.void())
  .output(NoticeList)
  .query(({ ctx: { deps, person } }) => readNotices(deps.prisma, person.id))
