import { readMechanism } from '@lianxi/db/readers/year-list/mechanism'
import { MechanismInput, MechanismView } from '@lianxi/schema/views/mechanism'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'

/** 工作机制: how the zone works, as its plans say. */
export const mechanism = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(MechanismInput)
  .output(MechanismView)
  .query(({ ctx, input: { zone } }) => readMechanism(ctx.deps.prisma, zone))
