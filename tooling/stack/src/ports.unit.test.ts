import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { choosePort, isPortFree } from './ports'

async function withListener<T>(work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1' }, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numeric port')
  try {
    return await work(address.port)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

it('keeps last time’s port while it is free', async () => {
  const port = await choosePort(undefined)
  expect(await choosePort(port)).toBe(port)
})

it('takes another one when last time’s is in use or already taken by a sibling', async () => {
  await withListener(async (port) => {
    expect(await isPortFree(port, '127.0.0.1')).toBe(false)
    expect(await choosePort(port)).not.toBe(port)
  })
  const port = await choosePort(undefined)
  expect(await choosePort(port, [port])).not.toBe(port)
})
