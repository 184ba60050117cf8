import { readTelemetryEnv } from './env'

/**
 * Begins to export spans when OTEL_EXPORTER_OTLP_ENDPOINT (or …_TRACES_ENDPOINT) is set; otherwise nothing of
 * OpenTelemetry is even loaded.
 * @returns what sends the last spans and ends it
 * @throws when a variable is set and not usable
 */
export async function startTelemetry(serviceName: string): Promise<() => Promise<void>> {
  const env = readTelemetryEnv()
  if (!env.wanted) return () => Promise.resolve()
  const { exportSpans } = await import('./export-spans')
  return exportSpans(env.OTEL_SERVICE_NAME ?? serviceName, env.OTEL_TRACES_SAMPLER_ARG)
}
