import { runJudgeStep } from '@lianxi/db/judge/run-judge'
import { createPool } from '@lianxi/db/pool'
import type { Logger } from 'pino'
import type { Env } from '../env'
import type { Part } from '../health/part'
import { listenTo } from '../listener'
import { startJudge } from './judge'
import { reportJudge } from './judge-report'

/** News come with a NOTIFY; this is for one that was lost, and for what another worker left. */
const JUDGE_MS = 2_000

export function composeJudge(env: Env, log: Logger): Part {
  const pool = createPool(env.WORKER_DATABASE_URL, { max: 2, applicationName: 'lianxi-judge' })
  const judge = startJudge({ runStep: () => runJudgeStep(pool), log, everyMs: JUDGE_MS })
  const listener = listenTo({ pool, channel: 'board', log, onInserted: judge.wake })
  return {
    report: (now) => reportJudge(judge.status, now),
    close: async () => {
      await listener.stop()
      await judge.stop()
      await pool.end()
    },
  }
}
