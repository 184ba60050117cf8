import { continueTrace, parseTraceparent, traceparentOf, type TraceContext } from './traceparent'

export type Attributes = Readonly<Record<string, string | number | boolean>>
export type SpanOptions = {
  name: string
  /** Who causes whom: a `server` answers a caller, a `producer` hands on, a `consumer` takes up. */
  kind: 'server' | 'producer' | 'consumer'
  /** `traceparent` values, from headers: a span that works for one trace belongs to it, for several it names them. */
  traceparents: readonly (string | null | undefined)[]
  attributes?: Attributes
}
export type Span = {
  traceId: string
  /** What is handed on with whatever this step causes. */
  traceparent: string
  set: (attributes: Attributes) => void
}
/** What the SDK puts in the place of nothing; `end` is called once. */
export type OpenSpan = (
  options: Omit<SpanOptions, 'traceparents'>,
  place: { parent: TraceContext | undefined; links: readonly TraceContext[] },
) => { context: TraceContext; set: (attributes: Attributes) => void; end: (failure?: Error) => void }

declare global {
  /** Set while spans are exported. Global, because Next.js loads this module once for each of its parts. */
  var lianxiOpenSpan: OpenSpan | undefined
}

/** A span with more traces than this names none: it is bulk work, found by its attributes. */
const MAX_LINKS = 20

const openNothing: OpenSpan = (_options, { parent }) => ({
  context: continueTrace(parent),
  set: () => undefined,
  end: () => undefined,
})

/**
 * Does one step of one or more traces. Trace ids are there whether spans are exported or not, so that log lines and
 * events carry them; without an exporter that is all it costs. An exception marks the span and goes on to the caller.
 */
export async function inSpan<Answer>(
  { traceparents, ...options }: SpanOptions,
  work: (span: Span) => Promise<Answer>,
): Promise<Answer> {
  const found = traceparents.flatMap((header) => parseTraceparent(header) ?? [])
  const traces = [...new Map(found.map((context) => [context.traceId, context])).values()]
  const [only] = traces
  const place = traces.length === 1 ? { parent: only, links: [] } : { parent: undefined, links: traces }
  if (place.links.length > MAX_LINKS) place.links = []
  const { context, set, end } = (globalThis.lianxiOpenSpan ?? openNothing)(options, place)
  try {
    const answer = await work({ traceId: context.traceId, traceparent: traceparentOf(context), set })
    end()
    return answer
  } catch (error) {
    end(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
}
