import { readEvidence } from '@lianxi/db/evidence/read'
import { EvidenceView, OneEvidence } from '@lianxi/schema/commands/evidence'
import { memberProcedure } from '../../trpc'
import { READERS, sightOfEvidence } from './access'

/** One file's facts, null for who may not read it; its bytes leave through the file's route. */
export const one = memberProcedure
  .meta({ access: READERS })
  .input(OneEvidence)
  .output(EvidenceView.nullable())
  .query(async ({ ctx: { deps, granted }, input: { id, ...key } }) => {
    const sight = await sightOfEvidence(granted, key, deps)
    if (sight === 'nothing') return null
    const all = await readEvidence(deps.prisma, key, sight === 'published')
    return all.find((each) => each.id === id) ?? null
  })
