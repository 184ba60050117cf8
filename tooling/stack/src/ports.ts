import { createServer } from 'node:net'

/** True if this machine would let us listen there now. Web servers bind every interface, so both are tried. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, exclusive: true, ...(host === undefined ? {} : { host }) }, () =>
      server.close(() => resolve(true)),
    )
  })
}

async function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('a TCP server has a numeric port')
      server.close(() => resolve(address.port))
    })
  })
}

/** The port kept from last time while it is still free, else a new one not among `taken`. */
export async function choosePort(kept: number | undefined, taken: readonly number[] = []): Promise<number> {
  if (kept !== undefined && !taken.includes(kept) && (await isPortFree(kept, '127.0.0.1'))) return kept
  for (;;) {
    const port = await anyFreePort()
    if (!taken.includes(port)) return port
  }
}
