import { boardAt, type Boards, CURRENT } from '@lianxi/db/readers/board'
import type { Sight } from '@lianxi/db/readers/frame'
import { readMoments } from '@lianxi/db/readers/moments'
import type { MomentsInput } from '@lianxi/schema/views/moments'
import { TRPCError } from '@trpc/server'
import type { Deps } from '../../deps'

type Asked = MomentsInput & Record<string, unknown>

/** The boards an input's moments mean. Pages ask for the sentence of a refusal first; others get a bad request. */
export async function findBoards({ prisma }: Deps, { zone, asOf, comparedWith }: MomentsInput): Promise<Boards> {
  if (asOf === undefined && comparedWith === undefined) return { board: CURRENT, compared: null }
  const moments = await readMoments(prisma, { zone, asOf, comparedWith })
  if (moments.refusal !== null) throw new TRPCError({ code: 'BAD_REQUEST', message: moments.refusal })
  return {
    board: moments.asOf === null ? CURRENT : boardAt(moments.asOf),
    compared: moments.comparedWith === null ? null : boardAt(moments.comparedWith),
  }
}

/** A part of an export: asked for once, and as large as everything else that is kept. */
const isLong = ({ pageSize }: Record<string, unknown>): boolean => typeof pageSize === 'number' && pageSize > 500

/**
 * Reads what an input asks: the present anew each time, the past once. `procedure` and `sight` are part
 * of the question.
 */
export async function readPicture<Answer>(
  deps: Deps,
  { procedure, input, sight }: { procedure: string; input: Asked; sight: Sight },
  read: (boards: Boards) => Promise<Answer>,
): Promise<Answer> {
  const boards = await findBoards(deps, input)
  const { asOf: _asOf, comparedWith: _comparedWith, ...rest } = input
  if (boards.board.asOf === null || isLong(rest)) return read(boards)
  const question = [procedure, boards.board.asOf, boards.compared?.asOf ?? null, rest, sight]
  return deps.pictures.recall(JSON.stringify(question), () => read(boards))
}
