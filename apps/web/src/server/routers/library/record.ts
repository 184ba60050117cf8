import { handleLibrary } from '@lianxi/db/project/handle-library'
import { decideLibrary } from '@lianxi/domain/project/decide'
import { RecordInLibrary } from '@lianxi/schema/commands/library'
import { DoneResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'
import { KEEPERS, keeperOf, speakingBody } from './access'

/** One door for every deed in the library: they share who may, what was seen, and that only an event follows. */
export const record = memberProcedure
  .meta({ access: KEEPERS })
  .input(RecordInLibrary)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const { person } = granted
    const actor = { id: person.id, name: person.name }
    const press = { userId: person.id, key: input.idempotencyKey, procedure: path, input }
    const { zone, deed, seen } = input
    const request = { zone, deed, seen, actor, body: speakingBody(granted), keeper: keeperOf(granted), press }
    return handleLibrary(deps.prisma, request, decideLibrary)
  })
