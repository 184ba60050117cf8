import { readMatrix } from '@lianxi/db/readers/cross-region/matrix'
import { Matrix, MatrixInput } from '@lianxi/schema/views/matrix'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'
import { checkedOnce, readPicture } from './picture'

export const crossRegion = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(MatrixInput)
  .output(checkedOnce(Matrix))
  .query(({ ctx: { deps, granted }, input }) => {
    const sight = sightOf(granted.members)
    return readPicture(
      deps,
      { procedure: 'crossRegion', input, asker: sight, answer: Matrix, wide: true },
      ({ db, ...boards }) => readMatrix(db, input, sight, boards),
    )
  })
