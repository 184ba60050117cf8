import { readEvidence } from '@lianxi/db/evidence/read'
import { EvidenceView } from '@lianxi/schema/commands/evidence'
import { ReportKey } from '@lianxi/schema/commands/report'
import { z } from 'zod'
import { memberProcedure } from '../../trpc'
import { READERS, sightOfEvidence } from './access'

/** A report's evidence as far as this person reads it. */
export const list = memberProcedure
  .meta({ access: READERS })
  .input(ReportKey)
  .output(z.array(EvidenceView))
  .query(async ({ ctx: { deps, granted }, input }) => {
    const sight = await sightOfEvidence(granted, input, deps)
    return sight === 'nothing' ? [] : readEvidence(deps.prisma, input, sight === 'published')
  })
