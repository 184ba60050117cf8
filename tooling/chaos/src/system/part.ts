import type { PartName } from '../plan/schedule'

/** One process of the system, with a supervisor that starts it again whenever it is gone. */
export type Part = {
  name: PartName
  /** SIGKILL, at once. The supervisor notices as it would notice a crash. */
  kill: () => Promise<void>
  /** SIGSTOP and SIGCONT. */
  freeze: () => Promise<void>
  thaw: () => Promise<void>
  /** Resolves when the process serves (again). @throws when it does not come back in time */
  ready: () => Promise<void>
  /** Ends it for good. */
  end: () => Promise<void>
  /** Ends that nobody here caused: a worker ends itself when its consumer crashes. */
  ownEnds: () => number
}

/** How long a process may need to serve again before it counts as not coming back. */
export const COME_BACK_MS = 180_000
