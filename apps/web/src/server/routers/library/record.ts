import { handleLibrary } from '@lianxi/db/project/handle-library'
import { decideLibrary } from '@lianxi/domain/project/decide'
import { RecordInLibrary } from '@lianxi/schema/commands/library'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { KEEPERS, keeperOf, speakingBody } from './access'

/** One door for every deed in the library: they share who may, what was seen, and that only an event follows. */
export const record = memberProcedure
  .meta({ access: KEEPERS })
  .input(RecordInLibrary)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const { zone, deed, seen } = input
    const voice = { body: speakingBody(granted), keeper: keeperOf(granted) }
    return handleLibrary(deps.prisma, { zone, deed, seen, ...voice, ...acting(granted, input, path) }, decideLibrary)
  })
