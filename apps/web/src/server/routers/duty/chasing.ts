import { readChasing } from '@lianxi/db/readers/duty/chasing'
import { readRates } from '@lianxi/db/readers/duty/filing-rates'
import type { Period } from '@lianxi/schema/period'
import { BodyRates, Chasing, ChasingInput } from '@lianxi/schema/views/chasing'
import { z } from 'zod'
import type { Deps } from '../../deps'
import { memberProcedure } from '../../trpc'
import { readKept } from '../board/picture'

/** The secretariat sees the zone, a coordinator the bodies of his region, others their own body. */
export const chasing = memberProcedure
  .meta({ access: { roles: ['secretariat', 'coordinator', 'reporter', 'approver'], scope: 'zone' } })
  .input(ChasingInput)
  .output(Chasing)
  .query(({ ctx: { deps, granted }, input }) => {
    const sight = {
      zone: granted.members.some(({ role }) => role === 'secretariat'),
      regions: granted.members.flatMap(({ role, region }) =>
        role === 'coordinator' && region !== null ? [region] : [],
      ),
      bodies: granted.members.map(({ body }) => body),
    }
    return readChasing(deps.prisma, input, sight, (period) => ratesOf(deps, input.zone, period))
  })

/** Counted once for all who ask: each is shown his own bodies of them. */
const ratesOf = (deps: Deps, zone: string, period: Period): Promise<BodyRates[]> =>
  readKept(
    deps,
    { procedure: 'duty.rates', input: { zone, period }, asker: null, answer: z.array(BodyRates), wide: true },
    ({ db }) => readRates(db, zone, period),
  )
