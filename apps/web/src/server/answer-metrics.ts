import { createHash, timingSafeEqual } from 'node:crypto'
import type { Deps } from './deps'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * The figures of Prometheus, for whoever has METRICS_TOKEN. Behind a proxy every request comes from loopback, so an
 * address proves nothing; without a token in the environment the page does not exist.
 */
export async function answerMetrics(request: Request, { env, metrics }: Deps): Promise<Response> {
  if (env.METRICS_TOKEN === undefined) return new Response(null, { status: 404 })
  const given = digest(request.headers.get('authorization') ?? '')
  if (!timingSafeEqual(given, digest(`Bearer ${env.METRICS_TOKEN}`))) return new Response(null, { status: 401 })
  const headers = { 'content-type': 'text/plain; version=0.0.4', 'cache-control': 'no-store' }
  return new Response(await metrics.render(), { headers })
}
