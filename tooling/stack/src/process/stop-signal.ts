import { once } from 'node:events'

const asked = new AbortController()

/** Aborted by Ctrl-C, SIGTERM or a closed terminal. A second one (npm forwards what the terminal sent) changes nothing. */
export const stopSignal = asked.signal

export function listenForStop(): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => asked.abort())
}

/** Resolves when somebody asks us to stop; keeps the process alive until then. */
export async function askedToStop(): Promise<void> {
  if (stopSignal.aborted) return
  const alive = setInterval(() => undefined, 60_000)
  await once(stopSignal, 'abort')
  clearInterval(alive)
}
