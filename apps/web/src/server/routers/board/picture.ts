import { boardAt, type Boards, CURRENT } from '@lianxi/db/readers/board'
import type { Sight } from '@lianxi/db/readers/frame'
import { readMoments } from '@lianxi/db/readers/moments'
import type { Recall } from '@lianxi/db/readers/recall'
import { pickPeriod, readPeriods } from '@lianxi/db/readers/periods'
import { findLatestStamp, readStreamState } from '@lianxi/db/readers/stream-state'
import type { StreamState } from '@lianxi/schema/views/common'
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

/** A part of an export: asked for once, and too large to be kept; which rows all parts have is. */
const isLong = ({ pageSize }: Record<string, unknown>): boolean => typeof pageSize === 'number' && pageSize > 500

type Shown = { stream: StreamState | null }

/**
 * Reads what an input asks, once for each stamp: between two commits the present does not change either. Of the present
 * only the stream ages, so its state is read for everybody anew; and which period a page takes by itself hangs on the
 * clock, so it is found anew too. `procedure` and `sight` are part of the question.
 */
export async function readPicture<Answer extends Shown | null>(
  deps: Deps,
  { procedure, input, sight }: { procedure: string; input: Asked; sight: Sight },
  read: (boards: Boards & { recall?: Recall }) => Promise<Answer>,
): Promise<Answer> {
  const boards = await findBoards(deps, input)
  const { asOf: _asOf, comparedWith: _comparedWith, ...rest } = input
  if (isLong(rest)) return read({ ...boards, recall: deps.rowSets.recall })
  if (boards.board.asOf === null) return readPresent(deps, { procedure, rest, sight, boards }, read)
  const question = [procedure, boards.board.asOf, boards.compared?.asOf ?? null, rest, sight]
  return deps.pictures.recall(JSON.stringify(question), () => read(boards))
}

type Present = { procedure: string; rest: { zone: string; period?: unknown }; sight: Sight; boards: Boards }

async function readPresent<Answer extends Shown | null>(
  { prisma, pictures }: Deps,
  { procedure, rest, sight, boards }: Present,
  read: (boards: Boards) => Promise<Answer>,
): Promise<Answer> {
  // Before the answer is read: it is never older than the stamp it is kept under.
  const stream = await readStreamState(prisma, rest.zone)
  const [periods, latest] = await Promise.all([
    rest.period === undefined ? readPeriods(prisma, rest.zone) : null,
    findLatestStamp(prisma),
  ])
  const period = periods === null ? rest.period : pickPeriod(periods, undefined, new Date(stream.now)).period
  const question = [procedure, 'now', latest, period, boards.compared?.asOf ?? null, rest, sight]
  const answer = await pictures.recall(JSON.stringify(question), () => read(boards))
  return answer === null ? answer : { ...answer, stream }
}
