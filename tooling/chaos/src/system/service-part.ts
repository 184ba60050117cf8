import type { PartName } from '../plan/schedule'
import { COME_BACK_MS, type Part } from './part'
import { until } from './wait'

export type Service = {
  name: PartName
  /** Every process of it: a database's server and all its sessions. */
  pids: () => Promise<number[]>
  start: () => Promise<void>
  serves: () => Promise<boolean>
}

function signalAll(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch (error) {
      // A session may end by itself between listing and killing.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }
}

/** PostgreSQL or the broker: started by the stack, started again as soon as it was killed. */
export function superviseService(service: Service, signal: AbortSignal): Part {
  let starting: Promise<void> | undefined
  let failure: unknown
  return {
    name: service.name,
    kill: async () => {
      signalAll(await service.pids(), 'SIGKILL')
      starting = service.start().catch((error: unknown) => void (failure = error))
    },
    freeze: async () => signalAll(await service.pids(), 'SIGSTOP'),
    thaw: async () => signalAll(await service.pids(), 'SIGCONT'),
    ready: async () => {
      await starting
      if (failure !== undefined) throw new Error(`${service.name} did not come back`, { cause: failure })
      await until(`${service.name} serves`, service.serves, { timeoutMs: COME_BACK_MS, signal })
    },
    end: async () => {
      await starting
      signalAll(await service.pids(), 'SIGCONT') // the stack then stops it in its own way
    },
    ownEnds: () => 0,
  }
}
