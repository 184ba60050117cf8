import { tracked, type TrackedEnvelope } from '@trpc/server'
import { findLatestStamp } from '@lianxi/db/readers/stream-state'
import { type BoardChange, BoardChangedInput } from '@lianxi/schema/views/overview'
import { z } from 'zod'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'

type Changes = AsyncIterable<TrackedEnvelope<BoardChange>, void>
const Changes = z.custom<Changes>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
)

/** Stamps as the worker commits them; whoever comes back with an older one is told the latest at once. */
export const changed = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(BoardChangedInput)
  .output(Changes)
  .subscription(async function* ({ ctx: { deps }, input, signal }) {
    const stamps = deps.live.stamps(signal ?? new AbortController().signal)
    const next = stamps.next()
    const latest = await findLatestStamp(deps.prisma)
    const seen = input.lastEventId ?? latest
    if (latest !== undefined && seen !== undefined && latest > seen) yield tracked(latest, { stamp: latest })
    // A reconnect tells the latest stamp again; pages hear of each one once, in order.
    let last = latest ?? ''
    for (let told = await next; told.done !== true; told = await stamps.next()) {
      if (told.value <= last) continue
      last = told.value
      yield tracked(last, { stamp: last })
    }
  })
