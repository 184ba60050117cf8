import { tracked, type TrackedEnvelope } from '@trpc/server'
import { findLatestStamp, readStreamState } from '@lianxi/db/readers/moment/stream-state'
import { type BoardChange, BoardChangedInput } from '@lianxi/schema/views/overview'
import { z } from 'zod'
import { streamTrouble } from '../../../features/live/stream-trouble'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'

type Changes = AsyncIterable<TrackedEnvelope<BoardChange>, void>
const Changes = z.custom<Changes>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
)

/** The id of what is said before the first stamp: lower than any. */
const BEFORE_ALL = '0'

/**
 * Stamps as the worker commits them, and what is wrong with the stream when that changes; whoever comes back with an
 * older stamp or other words is told at once.
 */
export const changed = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(BoardChangedInput)
  .output(Changes)
  .subscription(async function* ({ ctx: { deps, granted }, input, signal }) {
    const { zone } = input
    const watching = { person: granted.person.id, zone, signal: signal ?? new AbortController().signal }
    const changes = deps.live.changes(watching)
    const next = changes.next()
    const latest = await findLatestStamp(deps.prisma)
    let last = latest ?? BEFORE_ALL
    const say = (change: Omit<BoardChange, 'stamp'>) =>
      tracked(last, { stamp: last === BEFORE_ALL ? null : last, ...change })
    const seen = input.lastEventId ?? latest
    const trouble = input.trouble === undefined ? undefined : streamTrouble(await readStreamState(deps.prisma, zone))
    if (trouble !== input.trouble) yield say({ trouble })
    else if (latest !== undefined && seen !== undefined && latest > seen) yield say({})
    // A reconnect tells the latest stamp again; pages hear of each one once, in order.
    for (let told = await next; told.done !== true; told = await changes.next()) {
      const { stamp, trouble: words } = told.value
      const isNew = stamp !== undefined && stamp > last
      if (isNew) last = stamp
      if (words !== undefined) yield say({ trouble: words })
      else if (isNew) yield say({})
    }
  })
