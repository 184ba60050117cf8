import { findPlanView } from '@lianxi/db/readers/plan/plans'
import { PlanFound, PlanInput } from '@lianxi/schema/views/plan-import'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { reviserOf } from './access'

export const one = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(PlanInput)
  .output(PlanFound)
  .query(({ ctx: { deps, granted }, input: { zone, plan } }) => {
    const viewer = { sight: sightOf(granted.members), reviser: reviserOf(granted), person: granted.person.name }
    return findPlanView(deps.prisma, zone, plan, viewer)
  })
