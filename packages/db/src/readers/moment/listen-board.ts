import pg from 'pg'

export type BoardListener = { stop: () => Promise<void> }
type Told = { onStamp: (stamp: string) => void; onBack: () => void; onLost: (error: unknown) => void }

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 10_000

/**
 * One LISTEN connection on the board's channel. A lost connection is opened again with growing waits; `onBack` is told
 * each time it stands, also the first: what was missed meanwhile is read from the clock, never assumed.
 */
export function listenToBoard(url: string, { onStamp, onBack, onLost }: Told): BoardListener {
  let client: pg.Client | undefined
  let stopped = false
  let wait = FIRST_WAIT_MS
  let timer: NodeJS.Timeout | undefined

  const again = (error: unknown) => {
    if (stopped || timer !== undefined) return
    onLost(error)
    timer = setTimeout(() => {
      timer = undefined
      void connect()
    }, wait)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: 'lianxi-web-live', keepAlive: true })
    client = next
    next.on('notification', ({ payload }) => {
      if (payload !== undefined && payload !== '') onStamp(payload)
    })
    next.on('error', again)
    next.on('end', () => again(new Error('the connection ended')))
    try {
      await next.connect()
      await next.query('LISTEN board')
      wait = FIRST_WAIT_MS
      onBack()
    } catch (error) {
      again(error)
    }
  }

  void connect()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
