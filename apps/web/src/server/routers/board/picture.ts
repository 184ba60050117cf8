import { type Board, boardAt, CURRENT } from '@lianxi/db/readers/board'
import type { Sight } from '@lianxi/db/readers/frame'
import { readMoments } from '@lianxi/db/readers/moments'
import type { MomentsInput } from '@lianxi/schema/views/moments'
import { TRPCError } from '@trpc/server'
import type { Deps } from '../../deps'

/** The boards a question is about. */
export type Boards = { board: Board; compared: Board | null }
type Asked = MomentsInput & Record<string, unknown>

/**
 * Reads what an input asks: the present anew each time, the past once. `procedure` and `sight` are part of the question;
 * moments that mean nothing are a bad request, because pages ask for their sentence first.
 */
export async function readPicture<Answer>(
  { prisma, pictures }: Deps,
  { procedure, input, sight }: { procedure: string; input: Asked; sight: Sight },
  read: (boards: Boards) => Promise<Answer>,
): Promise<Answer> {
  const { zone, asOf, comparedWith, ...rest } = input
  if (asOf === undefined && comparedWith === undefined) return read({ board: CURRENT, compared: null })
  const moments = await readMoments(prisma, { zone, asOf, comparedWith })
  if (moments.refusal !== null) throw new TRPCError({ code: 'BAD_REQUEST', message: moments.refusal })
  const boards = {
    board: moments.asOf === null ? CURRENT : boardAt(moments.asOf),
    compared: moments.comparedWith === null ? null : boardAt(moments.comparedWith),
  }
  if (moments.asOf === null) return read(boards)
  const question = [procedure, zone, moments.asOf, moments.comparedWith, rest, sight]
  return pictures.recall(JSON.stringify(question), () => read(boards))
}
