import { readChasing } from '@lianxi/db/readers/duty/chasing'
import { Chasing, ChasingInput } from '@lianxi/schema/views/chasing'
import { memberProcedure } from '../../trpc'

/** The secretariat sees the zone, a coordinator the bodies of his region, others their own body. */
export const chasing = memberProcedure
  .meta({ access: { roles: ['secretariat', 'coordinator', 'reporter', 'approver'], scope: 'zone' } })
  .input(ChasingInput)
  .output(Chasing)
  .query(({ ctx: { deps, granted }, input }) =>
    readChasing(deps.prisma, input, {
      zone: granted.members.some(({ role }) => role === 'secretariat'),
      regions: granted.members.flatMap(({ role, region }) =>
        role === 'coordinator' && region !== null ? [region] : [],
      ),
      bodies: granted.members.map(({ body }) => body),
    }),
  )
