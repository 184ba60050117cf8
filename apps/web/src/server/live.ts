import { type BoardListener, listenToBoard } from '@lianxi/db/readers/moment/listen-board'
import type { StreamState } from '@lianxi/schema/views/common'
import { streamTrouble } from '../features/live/stream-trouble'
import type { Log } from './log'
import { paced } from './paced'

/** What an open page is told: the board moved on, or what is wrong with the stream changed (null: nothing any more). */
export type Change = { stamp?: string; trouble?: string | null }
export type Watching = { person: string; zone: string; signal: AbortSignal }
export type Live = {
  /** Changes as they come, until the signal, the server's end or an eleventh page; all share the one connection. */
  changes: (watching: Watching) => AsyncGenerator<Change, void, void>
  count: () => number
  /** False while the connection that hears of changes is lost. */
  isListening: () => boolean
  /** Ends every open page's stream and takes no new one: pages come back by themselves, to another process. */
  drain: () => void
  stop: () => Promise<void>
}
export type LiveDeps = {
  url: string
  findLatestStamp: () => Promise<string | undefined>
  readState: (zone: string) => Promise<StreamState>
  log: Log
}

/** Visible pages of one person at a time; the oldest gives way. */
export const MAX_STREAMS = 10
/** A stream that stands still sends no notification: this often its state is read, while anybody looks. */
const LOOK_MS = 5_000
/** Each page that is told draws itself anew, which takes about so long of a processor: all of them must be done in time. */
const PAGE_MS = 40

type Listener = { person: string; zone: string; pending: Change | undefined; ended: boolean; wake: () => void }

function tell(listener: Listener, change: Change): void {
  listener.pending = { ...listener.pending, ...change }
  listener.wake()
}

function end(listener: Listener): void {
  listener.ended = true
  listener.wake()
}

const tellTogether = (listeners: ReadonlySet<Listener>) =>
  paced<string>(
    (stamp) => {
      for (const listener of listeners) tell(listener, { stamp })
    },
    () => listeners.size * PAGE_MS,
  )

/**
 * One LISTEN connection for all open pages. Commits that come faster than so many pages can be drawn are told together.
 * After a reconnect the latest stamp is read from the database: notifications
 * sent meanwhile are gone.
 */
export function createLive({ url, findLatestStamp, readState, log }: LiveDeps): Live {
  const listeners = new Set<Listener>()
  let connection: BoardListener | undefined
  let lost = false
  let draining = false
  const watch = watchState(listeners, readState, log)
  const commits = tellTogether(listeners)
  const catchUp = () => {
    lost = false
    findLatestStamp().then(
      (stamp) => {
        if (stamp !== undefined) commits.say(stamp)
      },
      (error: unknown) => log.error({ err: error }, 'latest stamp not read after a reconnect'),
    )
  }
  const onLost = (error: unknown) => {
    lost = true
    log.warn({ err: error }, 'live connection lost')
  }
  const add = ({ person, zone }: Watching): Listener => {
    connection ??= listenToBoard(url, { onStamp: commits.say, onBack: catchUp, onLost })
    const listener: Listener = { person, zone, pending: undefined, ended: draining, wake: () => undefined }
    const [oldest, ...others] = [...listeners].filter((other) => other.person === person && !other.ended)
    if (oldest !== undefined && others.length + 1 >= MAX_STREAMS) end(oldest)
    listeners.add(listener)
    watch.start()
    return listener
  }

  async function* changes(watching: Watching): AsyncGenerator<Change, void, void> {
    const listener = add(watching)
    watching.signal.addEventListener('abort', () => end(listener), { once: true })
    try {
      while (!listener.ended && !watching.signal.aborted) {
        if (listener.pending === undefined) await new Promise<void>((resolve) => (listener.wake = resolve))
        const { pending } = listener
        listener.pending = undefined
        if (pending !== undefined && !watching.signal.aborted) yield pending
      }
    } finally {
      listeners.delete(listener)
      if (listeners.size === 0) watch.stop()
    }
  }
  return {
    changes,
    count: () => listeners.size,
    isListening: () => !lost,
    drain: () => {
      draining = true
      for (const listener of listeners) end(listener)
    },
    stop: async () => {
      watch.stop()
      commits.stop()
      await connection?.stop()
    },
  }
}

/** Reads the stream's state while anybody looks and tells a zone's pages when its words changed. */
function watchState(listeners: ReadonlySet<Listener>, readState: LiveDeps['readState'], log: Log) {
  let timer: NodeJS.Timeout | undefined
  const last = new Map<string, string | null>()
  const look = async () => {
    for (const zone of new Set([...listeners].map((listener) => listener.zone))) {
      const trouble = streamTrouble(await readState(zone))
      if (last.get(zone) === trouble) continue
      last.set(zone, trouble)
      for (const listener of listeners) if (listener.zone === zone) tell(listener, { trouble })
    }
  }
  const again = () => {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => log.warn({ err: error }, 'state of the stream not read'))
        .finally(() => {
          if (timer !== undefined) again()
        })
    }, LOOK_MS)
  }
  return {
    start: () => {
      if (timer === undefined) again()
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
      last.clear()
    },
  }
}
