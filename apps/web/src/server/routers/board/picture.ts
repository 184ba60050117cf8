import type { Database } from '@lianxi/db/client'
import type { Member } from '@lianxi/db/people/members'
import { boardAt, type Boards, CURRENT } from '@lianxi/db/readers/base/board'
import type { Sight } from '@lianxi/db/readers/moment/frame'
import { readMoments } from '@lianxi/db/readers/moment/moments'
import type { Recall } from '@lianxi/db/readers/moment/recall'
import { readPeriods } from '@lianxi/db/readers/base/periods'
import { readStreamState } from '@lianxi/db/readers/moment/stream-state'
import type { Keeper } from '@lianxi/domain/project/keeper'
import { dayOf } from '@lianxi/domain/time/calendar'
import type { PeriodView, StreamState } from '@lianxi/schema/views/common'
import type { MomentsInput } from '@lianxi/schema/views/moments'
import { TRPCError } from '@trpc/server'
import { cache } from 'react'
import type { z } from 'zod'
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

/** `asker`: whatever of the one who asks the answer hangs on; it and `procedure` are part of the question. */
type Question<Answer> = {
  procedure: string
  input: Asked
  asker: Sight | readonly Member[] | { sight: Sight; keeper: Keeper }
  answer: z.ZodType<Answer>
  /** It reads the whole board, and so waits in line with others that do. */
  wide?: true
}
type Read<Answer> = (from: Boards & { db: Database; recall?: Recall }) => Promise<Answer>

/** Where the present stands: once a page, however many of its parts ask, so that they show the same one. */
const readNow = cache(findNow)

async function findNow(prisma: Database, zone: string): Promise<{ stream: StreamState; stands: string }> {
  const [stream, periods] = await Promise.all([readStreamState(prisma, zone), readPeriods(prisma, zone)])
  return { stream, stands: JSON.stringify([stream.stamp, handOf(periods, stream.now)]) }
}

/**
 * Reads what an input asks of the board's tables, once for each stamp: between two commits the present does not change
 * either. An answer is checked when it is read, not each time it is given: see `checkedOnce`. `stream`: its state now, of
 * a question about the present.
 */
async function recalled<Answer>(
  deps: Deps,
  { procedure, input, asker, answer, wide }: Question<Answer>,
  read: Read<Answer>,
  dated: boolean,
): Promise<{ kept: Answer; stream: StreamState | null }> {
  const { prisma, rowSets } = deps
  const { pictures, present, db } = wide ? deps.wide : deps.narrow
  const boards = await findBoards(deps, input)
  const { asOf: _asOf, comparedWith: _comparedWith, ...rest } = input
  if (isLong(rest)) return { kept: answer.parse(await read({ ...boards, db, recall: rowSets.recall })), stream: null }
  const moments = [boards.board.asOf, boards.compared?.asOf ?? null]
  const question = JSON.stringify([procedure, ...moments, rest, asker])
  const readOut = async () => answer.parse(await read({ ...boards, db }))
  if (boards.board.asOf !== null) return { kept: await pictures.recall(question, readOut), stream: null }
  // Before the answer is read: it is never older than the stamp it is kept under.
  const { stream, stands } = await readNow(prisma, input.zone)
  const now = async () => (await findNow(prisma, input.zone)).stands
  return { kept: await present.recall(question, stands, { now, read: readOut, dated }), stream }
}

/** The same of an answer that does not show the stream, and so is never an older one. */
export const readKept = async <Answer>(deps: Deps, question: Question<Answer>, read: Read<Answer>): Promise<Answer> =>
  (await recalled(deps, question, read, false)).kept

/**
 * The same of an answer that shows the stream: of the present it alone ages, so its state is told everybody anew. 数据截至
 * is the answer's own, which may have been read a moment ago.
 */
export async function readPicture<Answer extends Shown | null>(
  deps: Deps,
  question: Question<Answer>,
  read: Read<Answer>,
): Promise<Answer> {
  const { kept, stream } = await recalled(deps, question, read, true)
  if (kept === null || kept.stream === null || stream === null) return kept
  const { stamp, committedAt, events } = kept.stream
  return { ...kept, stream: { ...stream, stamp, committedAt, events } }
}

/** Where the calendar stands: the day, and how many openings, deadlines and closings have passed. */
const handOf = (periods: readonly PeriodView[], now: string): string => {
  const passed = periods.flatMap(({ opensAt, dueAt, closesAt }) => [opensAt, dueAt, closesAt])
  return `${dayOf(now)} ${passed.filter((instant) => instant !== null && instant <= now).length}`
}

/** The output of a procedure that answers by `readPicture`. */
export const checkedOnce =
  <Answer>(_schema: z.ZodType<Answer>) =>
  (value: unknown): Answer =>
    value as Answer
