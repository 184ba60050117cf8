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
    const seen = input.lastEventId ?? undefined
    const latest = await findLatestStamp(deps.prisma)
    if (seen !== undefined && latest !== undefined && latest > seen) yield tracked(latest, { stamp: latest })
    for (let told = await next; told.done !== true; told = await stamps.next()) {
      yield tracked(told.value, { stamp: told.value })
    }
  })
