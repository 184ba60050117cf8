import { z } from 'zod'

/** The standard variables of OpenTelemetry that decide whether it is loaded at all; the exporter reads the others itself. */
const Environment = z.object({
  OTEL_SDK_DISABLED: z.stringbool().default(false),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.url().optional(),
  /** Share of the traces begun here that are recorded. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  OTEL_SERVICE_NAME: z.string().optional(),
})
type Environment = z.infer<typeof Environment>

/** @throws with the names of variables that are not usable; empty ones count as absent */
export function readTelemetryEnv(source: NodeJS.ProcessEnv = process.env): Environment & { wanted: boolean } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const env = Environment.parse(given)
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_ENDPOINT
  return { ...env, wanted: endpoint !== undefined && !env.OTEL_SDK_DISABLED }
}
