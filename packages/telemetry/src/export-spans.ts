import { ROOT_CONTEXT, type SpanContext, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { OpenSpan } from './span'
import type { TraceContext } from './traceparent'

const KINDS = { server: SpanKind.SERVER, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER } as const

const remote = ({ traceId, spanId, sampled }: TraceContext): SpanContext => ({
  traceId,
  spanId,
  traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
  isRemote: true,
})

/**
 * Our own spans over OTLP (http/json). The provider is not registered globally: Next.js and drivers would add hundreds
 * of spans of theirs. Address, headers and timeouts come from the standard variables, which the exporter reads.
 * @param share of the traces begun here that are recorded, 0 to 1; those begun elsewhere say themselves
 */
export function exportSpans(serviceName: string, share: number): () => Promise<void> {
  const resource = defaultResource()
    .merge(detectResources({ detectors: [envDetector] }))
    .merge(resourceFromAttributes({ 'service.name': serviceName }))
  const provider = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  const tracer = provider.getTracer('lianxi')
  const open: OpenSpan = ({ name, kind, attributes }, { parent, links }) => {
    const under = parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote(parent))
    const span = tracer.startSpan(
      name,
      { kind: KINDS[kind], attributes: { ...attributes }, links: links.map((link) => ({ context: remote(link) })) },
      under,
    )
    const { traceId, spanId, traceFlags } = span.spanContext()
    return {
      context: { traceId, spanId, sampled: (traceFlags & 1) === 1 },
      set: (more) => void span.setAttributes({ ...more }),
      end: (failure) => {
        // The message may quote what was reported; its class tells enough, the log has the rest.
        if (failure) span.setStatus({ code: SpanStatusCode.ERROR, message: failure.name })
        span.end()
      },
    }
  }
  globalThis.lianxiOpenSpan = open
  return async () => {
    globalThis.lianxiOpenSpan = undefined
    await provider.shutdown()
  }
}
