import { environment } from '../env'
import { requireDiskSpace } from '../disk'
import { brokerPid } from '../kafka/broker'
import { ensureKafka, requireKafkaTools, stopKafka, type KafkaAddress } from '../kafka/up'
import { makeFolders, paths } from '../paths'
import { ensurePostgres, isPostgresServing, stopPostgres, type PostgresUrls } from '../postgres/up'
import { withLock } from '../process/lock'
import { note, plan } from '../progress'

export type Services = { postgres: PostgresUrls; kafka: KafkaAddress }

/**
 * PostgreSQL and Kafka side by side. Both attempts must have ended, well or badly, before an error is told; then what
 * this call started is stopped again, so that a failure leaves nothing half-started.
 */
async function ensureBoth(durable: boolean): Promise<Services> {
  const before = { kafka: brokerPid() !== undefined, postgres: await isPostgresServing() }
  const [postgres, kafka] = await Promise.allSettled([ensurePostgres(durable), ensureKafka()])
  if (postgres.status === 'fulfilled' && kafka.status === 'fulfilled') {
    return { postgres: postgres.value, kafka: kafka.value }
  }
  if (!before.kafka) await stopKafka()
  if (!before.postgres) await stopPostgres()
  for (const attempt of [postgres, kafka]) if (attempt.status === 'rejected') throw attempt.reason
  throw new Error('one of the two was rejected')
}

/** The services of this LIANXI_HOME, running and provisioned. Steps it announces: 3. */
export async function bringUp(options: { durable: boolean }): Promise<Services> {
  makeFolders()
  requireDiskSpace(paths.home)
  await requireKafkaTools()
  plan(3)
  return withLock(() => ensureBoth(options.durable))
}

/** `npm run stack:up`: PostgreSQL and Kafka, detached. */
export async function up(): Promise<void> {
  const { kafka, postgres } = await bringUp({ durable: environment.LIANXI_MODE !== 'test' })
  note('完成', `PostgreSQL ${new URL(postgres.web_app).host}, Kafka ${kafka.brokers.join(',')}; ${paths.stackFile}`)
}
