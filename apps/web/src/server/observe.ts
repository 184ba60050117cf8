import { z } from 'zod'
import type { TRPCError } from '@trpc/server'
import { inSpan, type Span } from '@lianxi/telemetry/span'
import { continueTrace, parseTraceparent, traceparentOf } from '@lianxi/telemetry/traceparent'
import type { Context } from './context'

type Call = { ctx: Context; path: string; type: 'query' | 'mutation' | 'subscription' }
/** What tRPC's middleware hands back: the answer, or the error that is thrown later. */
type Outcome = { ok: true; data: unknown } | { ok: false; error: TRPCError }

/** An expected refusal is an answer; its code tells more than OK. */
const Refused = z.object({ ok: z.literal(false), refusal: z.object({ code: z.string() }) })

const traces = new WeakMap<Error, string>()

/** The trace in which a procedure failed; undefined for what failed before one began. */
export const traceOfFault = (error: Error): string | undefined => traces.get(error)

function codeOf(outcome: Outcome): string {
  if (!outcome.ok) return outcome.error.code
  const refused = Refused.safeParse(outcome.data)
  return refused.success ? `refused:${refused.data.refusal.code}` : 'OK'
}

/**
 * Runs a procedure in its trace: the proxy's `traceparent` goes on, else one begins here. Counts and times it; a
 * mutation is a span and one line in the log, with identifiers and never with what was written.
 */
export async function observed<Result extends Outcome>(
  { ctx, path, type }: Call,
  run: (traceparent: string) => Promise<Result>,
): Promise<Result> {
  const { metrics, log } = ctx.deps
  const started = performance.now()
  const header = ctx.headers.get('traceparent')
  const settle = (result: Result, traceId: string): string => {
    const code = codeOf(result)
    if (!result.ok) traces.set(result.error, traceId)
    const seconds = (performance.now() - started) / 1000
    metrics.requests.inc({ procedure: path, type, code })
    if (type !== 'subscription') metrics.seconds.observe({ procedure: path, type }, seconds)
    if (type === 'mutation') {
      const durationMs = Math.round(seconds * 1000)
      log.info({ traceId, procedure: path, code, durationMs, userId: ctx.person?.id }, 'mutation')
    }
    return code
  }
  const options = { name: path, kind: 'server', traceparents: [header] } as const
  const work = async ({ traceId, traceparent, set }: Span) => {
    const result = await run(traceparent)
    set({ code: settle(result, traceId) })
    return result
  }
  return type === 'mutation' ? inSpan(options, work) : work(quietly(header))
}

/** Reading is no step that leads to the board: it has a trace id for its failures and no span. */
function quietly(header: string | null): Span {
  const context = continueTrace(parseTraceparent(header))
  return { traceId: context.traceId, traceparent: traceparentOf(context), set: () => undefined }
}
