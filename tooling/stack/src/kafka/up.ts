import { existsSync } from 'node:fs'
import { canSignIn, type Login } from '@lianxi/broker/client'
import { provision, userNames } from '@lianxi/broker/provision'
import { environment } from '../env'
import { jarsFolder, paths } from '../paths'
import { choosePort } from '../ports'
import { note, step } from '../progress'
import { Refusal } from '../refusal'
import { newPassword, readStack, updateStack, type StackFile } from '../stack-file'
import { brokerPid, formatData, startBroker, stopBroker } from './broker'
import { ensureJars } from './jars'
import { findJava, requireMaven } from './java'
import { topology } from './topology'

export type KafkaAddress = NonNullable<StackFile['kafka']>

export const givenBrokers = (): string[] | undefined =>
  environment.KAFKA_BROKERS?.split(',')
    .map((broker) => broker.trim())
    .filter((broker) => broker !== '')

/** One password a user, made the first time the user is heard of and kept from then on. */
function passwordsOf(names: readonly string[]): Record<string, string> {
  const stack = updateStack(({ local }) => {
    for (const name of names) local.kafkaPasswords[name] ??= newPassword()
  })
  return Object.fromEntries(names.map((name) => [name, stack.local.kafkaPasswords[name] ?? '']))
}

/**
 * Topics, users and rights of the catalogue. A region's users are made once: afterwards they may have been revoked, and
 * giving them back here would undo that.
 */
async function provisionWith(login: Login, passwords: Readonly<Record<string, string>>): Promise<void> {
  const { handedOut } = readStack().local
  const wanted = Object.entries(passwords).filter(([name]) => !handedOut.includes(name))
  note('Kafka', `  ${await provision(login, topology(), Object.fromEntries(wanted))}`)
  const now = Object.keys(passwords).filter((name) => name.startsWith('region-'))
  updateStack(({ local }) => (local.handedOut = [...new Set([...local.handedOut, ...now])]))
}

/** A broker somebody else runs: we sign in with the credentials given, and prepare it only if we were given its admin. */
async function adoptBroker(brokers: string[]): Promise<KafkaAddress> {
  const { KAFKA_USERNAME, KAFKA_PASSWORD, RELAY_KAFKA_USERNAME, RELAY_KAFKA_PASSWORD } = environment
  const admin = { user: environment.KAFKA_ADMIN_USERNAME, password: environment.KAFKA_ADMIN_PASSWORD }
  const users: Record<string, string> = {}
  if (admin.password !== undefined) {
    Object.assign(users, passwordsOf(userNames(topology())), { [admin.user]: admin.password })
    const login = { brokers, ssl: environment.KAFKA_SSL, user: admin.user, password: admin.password }
    await provisionWith(login, users)
  }
  if (KAFKA_USERNAME !== undefined && KAFKA_PASSWORD !== undefined) users[KAFKA_USERNAME] = KAFKA_PASSWORD
  if (RELAY_KAFKA_USERNAME !== undefined && RELAY_KAFKA_PASSWORD !== undefined)
    users[RELAY_KAFKA_USERNAME] = RELAY_KAFKA_PASSWORD
  if (Object.keys(users).length === 0) {
    throw new Refusal(
      `已设置 KAFKA_BROKERS，但缺少 KAFKA_ADMIN_PASSWORD，或 KAFKA_USERNAME/KAFKA_PASSWORD 与 RELAY_KAFKA_USERNAME/RELAY_KAFKA_PASSWORD。` +
        `\nKAFKA_BROKERS is set without credentials: give KAFKA_ADMIN_PASSWORD (to provision it) or the worker's and the relay's own.`,
    )
  }
  return { brokers, mechanism: 'scram-sha-512', users }
}

const loginAt = (port: number): Login => ({
  brokers: [`127.0.0.1:${port}`],
  user: 'admin',
  password: passwordsOf(['admin'])['admin'] ?? '',
  ssl: false,
})

/** Says what is missing on this machine before anything is started or built. */
export async function requireKafkaTools(): Promise<void> {
  if (givenBrokers() !== undefined || brokerPid() !== undefined) return
  await findJava()
  if (!existsSync(jarsFolder())) await requireMaven()
}

/** The port of a healthy running broker. One that runs but does not answer is ended, so that a new one can start. */
async function findServingPort(): Promise<number | undefined> {
  const port = readStack().local.ports.kafka
  if (brokerPid() === undefined || port === undefined) return undefined
  if (await canSignIn(loginAt(port))) return port
  await stopBroker()
  return undefined
}

async function startLocal(): Promise<number> {
  const serving = await findServingPort()
  if (serving !== undefined) return serving
  const java = await findJava()
  const jars = await ensureJars()
  const { ports } = readStack().local
  const clientPort = await choosePort(
    ports.kafka,
    [ports.postgres].filter((port) => port !== undefined),
  )
  const controllerPort = await choosePort(
    ports.kafkaController,
    [clientPort, ports.postgres].filter((port) => port !== undefined),
  )
  const login = loginAt(clientPort)
  const settings = { clientPort, controllerPort, data: paths.kafkaData, adminPassword: login.password }
  await formatData(java, jars, settings)
  updateStack(({ local }) => Object.assign(local.ports, { kafka: clientPort, kafkaController: controllerPort }))
  await startBroker(java, jars, settings, login)
  return clientPort
}

/** Kafka running, with topics, users and rights. */
export async function ensureKafka(): Promise<KafkaAddress> {
  const brokers = givenBrokers()
  const kafka = brokers === undefined ? await ensureLocal() : await adoptBroker(brokers)
  updateStack((stack) => (stack.kafka = kafka))
  return kafka
}

async function ensureLocal(): Promise<KafkaAddress> {
  const port = await step('Kafka', '启动消息服务 · broker', startLocal)
  const users = passwordsOf(userNames(topology()))
  await step('Kafka', '主题、用户、权限 · topics, users, rights', () => provisionWith(loginAt(port), users))
  return { brokers: [`127.0.0.1:${port}`], mechanism: 'scram-sha-512', users }
}

export async function stopKafka(): Promise<boolean> {
  const stopped = givenBrokers() === undefined && (await stopBroker())
  updateStack((stack) => delete stack.kafka)
  return stopped
}
