import { readChanges } from '@lianxi/db/readers/changes/read'
import { Changes, ChangesInput } from '@lianxi/schema/views/changes'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'
import { checkedOnce, readPicture } from './picture'

export const changes = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(ChangesInput)
  .output(checkedOnce(Changes))
  .query(({ ctx: { deps, granted }, input }) => {
    const sight = sightOf(granted.members)
    const { heavy, changeSets: sets } = deps
    return readPicture(deps, { procedure: 'changes', input, asker: sight, answer: Changes }, ({ db, ...boards }) =>
      readChanges(db, input, { ...boards, sight, sets, heavy }),
    )
  })
