import { canSignIn } from '@lianxi/broker/client'
import { scramVerifier, newKafkaPassword } from '@lianxi/schema/scram'
import type { Channel, Slot, SubjectKind } from '@lianxi/schema/vocabulary'
import { testKafka } from '@lianxi/testkit/kafka/client'
import { kafkaServices } from '@lianxi/testkit/kafka/env'
import { createTestProducer, type TestProducer } from '@lianxi/testkit/kafka/producer'
import { hasRights, isWritable } from '@lianxi/testkit/kafka/rights'
import { waitFor } from '@lianxi/testkit/wait-for'
import { composeAdmin } from '../admin/compose'
import { readEnv } from '../env'
import { quiet, type World } from './world'

/** The part admin in this process, for this world's places only. */
export function startAdminPart(world: World): void {
  const { brokers, users } = kafkaServices()
  const env = readEnv({
    WORKER_DATABASE_URL: world.databaseUrl,
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_ADMIN_PASSWORD: users['admin'],
    WORKER_TOPIC_OWNERS: [world.zone, world.region].join(','),
    WORKER_ADMIN_MS: '200',
  })
  const admin = composeAdmin(env, quiet)
  world.endWith(admin.close)
}

async function untilDone(world: World): Promise<void> {
  await waitFor(
    'the worker to have told the broker',
    () =>
      world.pool.query<{ failure: string | null }>('SELECT failure FROM credential_command WHERE finished_at IS NULL'),
    ({ rowCount }) => rowCount === 0,
  )
}

export type Login = { user: string; password: string }
const userOf = ({ region }: World, slot: Slot) => `region-${region}-${slot}`
const adminOf = (login: Login) => ({ ...login, brokers: kafkaServices().brokers, ssl: false })

/** As the administrator's page asks for it; the clear password is only here. */
export async function issueCredential(world: World, slot: Slot): Promise<Login> {
  const password = newKafkaPassword()
  const { iterations, salt, saltedPassword } = await scramVerifier(password)
  await world.pool.query(
    `INSERT INTO credential_command (region, slot, kind, requested_by_name, iterations, salt, salted_password)
     VALUES ($1, $2, 'issue', 'test', $3, $4, $5)`,
    [world.region, slot, iterations, salt, saltedPassword],
  )
  await untilDone(world)
  const login = { user: userOf(world, slot), password }
  await waitFor('the broker to take the password', () => canSignIn(adminOf(login)))
  return login
}

export async function revokeCredential(world: World, slot: Slot): Promise<void> {
  await world.pool.query(
    `INSERT INTO credential_command (region, slot, kind, requested_by_name, reason) VALUES ($1, $2, 'revoke', 'test', '')`,
    [world.region, slot],
  )
  await untilDone(world)
  await waitFor('its rights to be gone', async () => !(await hasRights(world.admin, userOf(world, slot))))
}

/** Says it on the zone's plan topic and waits until the broker has followed. */
export async function assignChannel(world: World, kind: SubjectKind, channel: Channel): Promise<void> {
  const { region } = world
  const data = { region, body: `${region}-FGJ`, kind, channel, reason: '接入', assignedBy: 'test' }
  await world.say({ type: 'lianxi.channel.assigned.v1', data })
  const topic = world[kind]
  await waitFor(
    `${topic} to be ${channel}`,
    () => isWritable(world.admin, topic),
    (written) => written === (channel === 'direct'),
  )
}

const loginOf = ({ user, password }: Login) => ({ username: user, password, retries: 1 })
export const kafkaOf = (login: Login) => testKafka(loginOf(login))

/** A region's own system: a producer with its credential, connected. */
export async function connectProducer(world: World, login: Login): Promise<TestProducer> {
  const producer = await createTestProducer(loginOf(login))
  world.endWith(() => producer.disconnect())
  return producer
}

/** `joined`, or why the broker did not let this user in. */
export async function joinGroup(login: Login, topic: string, groupId: string): Promise<string> {
  const consumer = kafkaOf(login).consumer({
    groupId,
    maxWaitTimeInMs: 100, // leaving waits for the fetch under way
    retry: { retries: 4, initialRetryTime: 100, restartOnFailure: () => Promise.resolve(false) },
  })
  const outcome = new Promise<string>((resolve) => {
    consumer.on('consumer.crash', ({ payload }) => resolve(payload.error.message))
    consumer.on('consumer.group_join', () => resolve('joined'))
  })
  await consumer.connect()
  await consumer.subscribe({ topic })
  await consumer.run({ eachMessage: () => Promise.resolve() })
  const said = await outcome
  await consumer.disconnect()
  return said
}
