import { readTargets } from '@lianxi/db/readers/board/lists'
import { TargetList, TargetsInput } from '@lianxi/schema/views/lists'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'
import { checkedOnce, readPicture } from './picture'

export const targets = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(TargetsInput)
  .output(checkedOnce(TargetList))
  .query(({ ctx: { deps, granted }, input }) => {
    const sight = sightOf(granted.members)
    return readPicture(
      deps,
      { procedure: 'targets', input, asker: sight, answer: TargetList, wide: true },
      ({ db, ...boards }) => readTargets(db, input, sight, boards),
    )
  })
