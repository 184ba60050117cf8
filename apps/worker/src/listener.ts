import type { createPool } from '@lianxi/db/pool'
import type { Logger } from 'pino'
import { startLoop } from './loop'

export type ListenerDeps = {
  pool: ReturnType<typeof createPool>
  /** Channel of NOTIFY: the name of the table that tells, or the whole board. */
  channel: 'outbox' | 'credential_command' | 'parked_command' | 'board'
  log: Logger
  onInserted: () => void
}

/**
 * Holds one connection with LISTEN. After every (re)connection it reports once, because what was notified meanwhile is
 * lost; who is woken looks by itself besides.
 */
export function listenTo({ pool, channel, log, onInserted }: ListenerDeps): { stop: () => Promise<void> } {
  let stopping = false
  let endNow = () => {}
  const loop = startLoop({
    name: `${channel}-listener`,
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
        await client.query(`LISTEN ${channel}`)
        onInserted()
        const error = stopping ? undefined : await ended
        if (error) log.warn({ err: error, channel }, 'listener lost its connection')
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
