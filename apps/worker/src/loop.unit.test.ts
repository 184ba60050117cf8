import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { waitFor } from '@lianxi/testkit/wait-for'
import { startLoop } from './loop'

const log = pino({ level: 'silent' })

describe('a loop', () => {
  test('runs again when woken, one step at a time', async () => {
    let running = 0
    let most = 0
    let steps = 0
    const loop = startLoop({
      name: 'test',
      everyMs: 60_000,
      log,
      step: async () => {
        running += 1
        most = Math.max(most, running)
        await Promise.resolve()
        running -= 1
        steps += 1
      },
    })
    await waitFor('the first step', () => steps === 1)
    loop.wake()
    loop.wake()
    await waitFor('the woken step', () => steps >= 2)
    await loop.stop()
    expect(most).toBe(1)
  })

  test('goes on after a failed step', async () => {
    let steps = 0
    const loop = startLoop({
      name: 'test',
      everyMs: 1,
      log,
      step: () => {
        steps += 1
        return steps === 1 ? Promise.reject(new Error('outage')) : Promise.resolve()
      },
    })
    await waitFor('a step after the failed one', () => steps >= 2)
    await loop.stop()
    const after = steps
    loop.wake()
    await Promise.resolve()
    expect(steps).toBe(after)
  })
})
