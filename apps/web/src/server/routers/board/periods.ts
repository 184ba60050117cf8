import { pickPeriod, readPeriods } from '@lianxi/db/readers/base/periods'
import { readNow } from '@lianxi/db/readers/moment/stream-state'
import { Periods, PeriodsInput } from '@lianxi/schema/views/overview'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'

export const periods = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(PeriodsInput)
  .output(Periods)
  .query(async ({ ctx: { deps }, input: { zone } }) => {
    const [known, now] = await Promise.all([readPeriods(deps.prisma, zone), readNow(deps.prisma)])
    return { periods: known, current: known.length === 0 ? null : pickPeriod(known, undefined, now).period }
  })
