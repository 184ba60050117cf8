import { readIndicators } from '@lianxi/db/readers/plan/indicators'
import { IndicatorsInput, IndicatorsView } from '@lianxi/schema/views/indicator'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'

export const all = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(IndicatorsInput)
  .output(IndicatorsView)
  .query(({ ctx: { deps, granted }, input }) =>
    readIndicators(
      deps.prisma,
      input,
      granted.members.some(({ role }) => role === 'secretariat'),
    ),
  )
