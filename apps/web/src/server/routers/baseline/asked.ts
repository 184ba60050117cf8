import { readAsked } from '@lianxi/db/readers/office/asked'
import { Asked, AskedInput } from '@lianxi/schema/views/baseline'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'

export const asked = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(AskedInput)
  .output(Asked)
  .query(async ({ ctx: { deps, granted }, input }) => ({
    ...(await readAsked(deps.prisma, input)),
    mayJudge: granted.members.some(({ role }) => role === 'secretariat'),
  }))
