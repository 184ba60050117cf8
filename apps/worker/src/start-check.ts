import { checkSchema } from '@lianxi/db/health/check-schema'
import type { createPool } from '@lianxi/db/pool'
import type { Logger } from 'pino'
import { topicFilter, subscribable } from './consumer/topic-watch'
import type { TopicAdmin } from './kafka/admin'
import { isLoginRefused } from './kafka/refusals'

/** Wrong in a way that waiting does not mend. The message says what to do; the process ends with it. */
export class WrongSetup extends Error {
  override readonly name = 'WrongSetup'
}

export type StartCheck = {
  pool: ReturnType<typeof createPool>
  /** Each Kafka user of this process, by the variable that names it. */
  users: { variable: string; admin: TopicAdmin; reads: boolean }[]
  owners: string[]
  log: Logger
}

/**
 * Looks at the database and the broker before any part begins. What cannot be reached is an outage: it is said once,
 * and the parts wait for it by themselves.
 * @throws WrongSetup for another database, an older schema, or a refused password
 */
export async function checkStart(check: StartCheck): Promise<void> {
  await checkDatabase(check)
  for (const user of check.users) await checkBroker(check, user)
}

async function checkDatabase({ pool, log }: StartCheck): Promise<void> {
  const found = await checkSchema(pool)
  switch (found.kind) {
    case 'wrong':
      throw new WrongSetup(`WORKER_DATABASE_URL: ${found.reason}`)
    case 'unreachable':
      return log.warn(`WORKER_DATABASE_URL: not reachable, trying again until it is: ${found.reason}`)
    case 'newer':
      return log.warn({ migrations: found.migrations }, 'the schema is newer than this build: replace it soon')
    case 'fits':
      return
    default:
      return found satisfies never
  }
}

async function checkBroker({ owners, log }: StartCheck, { variable, admin, reads }: StartCheck['users'][number]) {
  let topics: string[]
  try {
    topics = await admin.listTopics()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (isLoginRefused(error)) throw new WrongSetup(`${variable}: the broker refuses this user or password (${reason})`)
    return log.warn(`KAFKA_BROKERS: not reachable, trying again until they are: ${reason}`)
  } finally {
    await admin.disconnect()
  }
  if (reads && subscribable(topics, topicFilter(owners)).length === 0) {
    log.error(
      `${variable}: the broker shows this user no topic of Lianxi; provision topics and rights. Waiting for them`,
    )
  }
}
