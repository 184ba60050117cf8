import { runJudgeStep } from '@lianxi/db/judge/run-judge'
import { createPool } from '@lianxi/db/pool'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { startJudge } from '../judge/judge'
import { listenTo } from '../listener'
import { planOf } from '../testing/plan'
import { openWorld, quiet, type World } from '../testing/world'

/** Long enough that only being woken can be the reason for a quick status. */
const NEVER_MS = 600_000

function judgeOf(world: World) {
  const pool = createPool(world.databaseUrl, { max: 2, applicationName: 'manual-judge' })
  const judge = startJudge({ runStep: () => runJudgeStep(pool), log: quiet, everyMs: NEVER_MS })
  const listener = listenTo({ pool, channel: 'board', log: quiet, onInserted: judge.wake })
  world.endWith(async () => {
    await listener.stop()
    await judge.stop()
    await pool.end()
  })
}

const statusesIn = async ({ pool }: World) =>
  (
    await pool.query<{ status: string; event_id: string | null; sentence: string }>(
      'SELECT status, event_id, sentence FROM status',
    )
  ).rows

describe('30 · a report gets its status', () => {
  test('the judge hears of every commit: not due, then judged by the year’s value, then by the correction', async () => {
    const world = await openWorld()
    judgeOf(world)
    world.startConsumer()
    await world.say(...planOf(world.office))
    await waitFor(
      'the open cell to be not due',
      () => statusesIn(world),
      ([one]) => one?.status === 'not-due',
    )
    const first = await world.sayAs({}, buildTargetReport({ ...world.office }))
    const judged = await waitFor(
      'the status',
      () => statusesIn(world),
      ([one]) => one?.event_id === first,
    )
    expect(judged).toMatchObject([{ status: 'on-track', sentence: expect.stringContaining('160.5') as string }])
    const change = { replaces: first, revision: 2, correctionReason: '口径调整', content: { value: '90' } }
    const second = await world.sayAs({}, buildTargetReport({ ...world.office, ...change }))
    const corrected = await waitFor(
      'the status of the correction',
      () => statusesIn(world),
      ([one]) => one?.event_id === second,
    )
    expect(corrected).toMatchObject([{ status: 'seriously-behind' }])
  })
})
