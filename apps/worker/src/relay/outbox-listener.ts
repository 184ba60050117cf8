import type { createPool } from '@lianxi/db/pool'
import type { Logger } from 'pino'
import { startLoop } from '../loop'

export type ListenerDeps = { pool: ReturnType<typeof createPool>; log: Logger; onInserted: () => void }

/**
 * Holds one connection with `LISTEN outbox`. After every (re)connection it reports once, because what was notified
 * meanwhile is lost; the relay looks every second besides.
 */
export function listenToOutbox({ pool, log, onInserted }: ListenerDeps): { stop: () => Promise<void> } {
  let stopping = false
  let endNow = () => {}
  const loop = startLoop({
    name: 'outbox-listener',
    everyMs: 100,
    log,
    step: async () => {
      const client = await pool.connect()
      const ended = new Promise<Error | undefined>((resolve) => {
        client.on('error', resolve)
        client.once('end', () => resolve(undefined))
        endNow = () => resolve(undefined)
      })
      client.on('notification', onInserted)
      try {
        await client.query('LISTEN outbox')
        onInserted()
        const error = stopping ? undefined : await ended
        if (error) log.warn({ err: error }, 'outbox listener lost its connection')
      } finally {
        client.removeAllListeners('notification')
        client.release(true)
      }
    },
  })
  return {
    stop: () => {
      stopping = true
      const stopped = loop.stop()
      endNow()
      return stopped
    },
  }
}
