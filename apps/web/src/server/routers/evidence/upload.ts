import { receiveEvidence } from '@lianxi/db/evidence/store'
import { UploadEvidence } from '@lianxi/schema/commands/evidence'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { viewerOf } from '../../viewer'
import { WRITERS } from './access'

/** Takes a file in while it arrives, called by its route: a file is no JSON. */
export const upload = memberProcedure
  .meta({ access: WRITERS })
  .input(UploadEvidence)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input: { fileName, file, ...key } }) =>
    receiveEvidence(deps.prisma, { key, actor: viewerOf(granted, key.region), fileName, file }),
  )
