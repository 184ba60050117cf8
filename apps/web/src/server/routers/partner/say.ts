import { sayOfPartner } from '@lianxi/db/partner/say'
import { SayOfPartner } from '@lianxi/schema/commands/partner'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { KEEPERS, keeperOf, speakingBody } from '../library/access'

/** Inviting, answering, ending: each zone for itself; for which project and partner, the rules decide. */
export const say = memberProcedure
  .meta({ access: KEEPERS })
  .input(SayOfPartner)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const voice = { body: speakingBody(granted), keeper: keeperOf(granted) }
    return sayOfPartner(deps.prisma, input, { ...acting(granted, input, path), ...voice })
  })
