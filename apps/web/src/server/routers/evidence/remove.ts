import { removeEvidence } from '@lianxi/db/evidence/store'
import { OneEvidence } from '@lianxi/schema/commands/evidence'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { viewerOf } from '../../viewer'
import { WRITERS } from './access'

/** Before the submission only. Pressed twice it is gone as well, so it needs no key of its own. */
export const remove = memberProcedure
  .meta({ access: WRITERS })
  .input(OneEvidence)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input: { id, ...key } }) =>
    removeEvidence(deps.prisma, key, id, viewerOf(granted, key.region)),
  )
