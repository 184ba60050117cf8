import { sweepStale } from '@lianxi/db/people/sweep'
import { startTelemetry } from '@lianxi/telemetry/start'
import { type Deps, getDeps } from './deps'

const DAY_MS = 24 * 60 * 60_000

/**
 * What a serving process does besides answering: exports spans, sweeps once at its start and then daily, and on
 * SIGTERM or SIGINT ends the open pages' streams. Next.js itself then takes no new connection, finishes the requests
 * under way and ends (143 or 130); a stream left open would keep it for up to five minutes.
 */
export async function beginLife(): Promise<void> {
  const deps = getDeps()
  const sendLastSpans = await startTelemetry('lianxi-web')
  const daily = setInterval(() => void sweep(deps), DAY_MS)
  daily.unref()
  void sweep(deps)
  const drain = (signal: NodeJS.Signals) => {
    deps.log.info({ signal, streams: deps.live.count() }, 'web stops')
    clearInterval(daily)
    deps.live.drain()
    sendLastSpans().catch((error: unknown) => deps.log.warn({ err: error }, 'last spans not sent'))
  }
  process.once('SIGTERM', drain)
  process.once('SIGINT', drain)
}

async function sweep({ prisma, log }: Deps): Promise<void> {
  try {
    const swept = await sweepStale(prisma)
    if (swept !== undefined) log.info(swept, 'stale rows removed')
  } catch (error) {
    log.warn({ err: error }, 'stale rows not removed, trying again tomorrow')
  }
}
