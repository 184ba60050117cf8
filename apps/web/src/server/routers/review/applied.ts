import { readApplied } from '@lianxi/db/readers/review/applied'
import { readReference, reportingRegions } from '@lianxi/db/readers/base/reference'
import { Applied, AppliedInput } from '@lianxi/schema/views/applied'
import { memberProcedure } from '../../trpc'
import { checkedOnce, readPicture } from '../board/picture'

/** The secretariat judges the zone's reports, a coordinator those his region confirms. */
export const applied = memberProcedure
  .meta({ access: { roles: ['secretariat', 'coordinator'], scope: 'zone' } })
  .input(AppliedInput)
  .output(checkedOnce(Applied))
  .query(async ({ ctx: { deps, granted }, input }) => {
    const reference = await readReference(deps.prisma, input.zone)
    const wide = granted.members.some(({ role }) => role === 'secretariat')
    const own = new Set(granted.members.map(({ region }) => region))
    const below = reference.zone.confirmations.filter(({ by }) => own.has(by)).map(({ region }) => region)
    const judged = wide ? reportingRegions(reference).map(({ code }) => code) : [...new Set(below)]
    const question = { procedure: 'review.applied', input, asker: judged, answer: Applied, wide: true as const }
    return readPicture(deps, question, ({ db }) => readApplied(db, input, judged))
  })
