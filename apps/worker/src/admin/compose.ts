import { finishCommand, readPendingCommands } from '@lianxi/db/broker/credential-commands'
import { oneAtATime } from '@lianxi/db/broker/one-at-a-time'
import { readWantedTopology } from '@lianxi/db/broker/wanted-topology'
import { createPool } from '@lianxi/db/pool'
import type { Logger } from 'pino'
import type { Env } from '../env'
import { listenTo } from '../listener'
import type { Part } from '../health/part'
import { startAdmin } from './admin'
import { addAdminMetrics, reportAdmin } from './admin-report'

/** The part over the worker's database; its pool holds the lock, the listener and the queries between. */
export function composeAdmin(env: Env, log: Logger): Part {
  const { KAFKA_ADMIN_USERNAME: user, KAFKA_ADMIN_PASSWORD: password } = env
  if (password === undefined) throw new Error('env.ts lets no part admin start without a password')
  const pool = createPool(env.WORKER_DATABASE_URL, { max: 3, applicationName: 'lianxi-admin' })
  const admin = startAdmin({
    store: {
      oneAtATime: (work) => oneAtATime(pool, work),
      readWantedTopology: () => readWantedTopology(pool),
      readPendingCommands: () => readPendingCommands(pool),
      finishCommand: (id, failure) => finishCommand(pool, id, failure),
    },
    login: { brokers: env.KAFKA_BROKERS, ssl: env.KAFKA_SSL, user, password },
    owners: env.WORKER_TOPIC_OWNERS,
    log,
    everyMs: env.WORKER_ADMIN_MS,
  })
  const listener = listenTo({ pool, channel: 'credential_command', log, onInserted: admin.wake })
  const close = async () => {
    await listener.stop()
    await admin.stop()
    await pool.end()
  }
  return {
    report: (now) => reportAdmin(admin.status, now),
    addMetrics: (registry) => addAdminMetrics(registry, admin.status),
    close,
  }
}
