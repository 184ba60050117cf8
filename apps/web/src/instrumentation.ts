/** Runs once when the server starts, before the first request: a wrong set-up must not serve anybody. */
export async function register(): Promise<void> {
  // Next replaces this at build time; the other runtime must not even import what follows.
  // oxlint-disable-next-line node/no-process-env
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startSafely } = await import('./server/safe-start')
  await startSafely()
  const { beginLife } = await import('./server/life')
  await beginLife()
}
