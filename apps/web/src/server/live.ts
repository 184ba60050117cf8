import { type BoardListener, listenToBoard } from '@lianxi/db/readers/listen-board'
import type { Log } from './log'

type Listener = (stamp: string) => void
export type Live = {
  /** Stamps as they are committed, until the signal; every listener shares the one connection. */
  stamps: (signal: AbortSignal) => AsyncGenerator<string, void, void>
  stop: () => Promise<void>
}

/**
 * One LISTEN connection for all open pages. After a reconnect the latest stamp is read from the database: notifications
 * sent meanwhile are gone.
 */
export function createLive(url: string, findLatestStamp: () => Promise<string | undefined>, log: Log): Live {
  const listeners = new Set<Listener>()
  let connection: BoardListener | undefined
  const tell = (stamp: string) => {
    for (const listener of listeners) listener(stamp)
  }
  const catchUp = () => {
    findLatestStamp().then(
      (stamp) => {
        if (stamp !== undefined) tell(stamp)
      },
      (error: unknown) => log.error({ err: error }, 'latest stamp not read after a reconnect'),
    )
  }
  const connect = () => {
    const onLost = (error: unknown) => log.warn({ err: error }, 'live connection lost')
    connection ??= listenToBoard(url, { onStamp: tell, onBack: catchUp, onLost })
  }

  async function* stamps(signal: AbortSignal): AsyncGenerator<string, void, void> {
    connect()
    let latest: string | undefined
    let wake: () => void = () => undefined
    const listener: Listener = (stamp) => {
      latest = stamp
      wake()
    }
    listeners.add(listener)
    signal.addEventListener('abort', () => wake(), { once: true })
    try {
      while (!signal.aborted) {
        if (latest === undefined) await new Promise<void>((resolve) => (wake = resolve))
        const stamp: string | undefined = latest
        latest = undefined
        if (stamp !== undefined && !signal.aborted) yield stamp
      }
    } finally {
      listeners.delete(listener)
    }
  }
  return { stamps, stop: async () => connection?.stop() }
}
