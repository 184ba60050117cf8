import { provision } from '@lianxi/broker/provision'
import { migrate } from '../app/migrate'
import { loadCatalogue } from '../catalogue/load'
import { environment } from '../env'
import { topology } from '../kafka/topology'
import { givenBrokers } from '../kafka/up'
import { refuseDemoData, refuseWeakSecrets } from '../production/refuse-demo'
import { note, plan, step } from '../progress'
import { Refusal } from '../refusal'

function required(name: 'MIGRATOR_URL' | 'KAFKA_ADMIN_PASSWORD' | 'KAFKA_PASSWORD' | 'RELAY_KAFKA_PASSWORD'): string {
  const value = environment[name]
  if (value === undefined) throw new Refusal(`缺少环境变量 ${name}。\nThe environment variable ${name} is missing.`)
  return value
}

/** Only the product's own users: a region's credentials are handed out when its office asks for the direct channel. */
function ownUsers(): Record<string, string> {
  return {
    [environment.KAFKA_USERNAME ?? 'worker']: required('KAFKA_PASSWORD'),
    [environment.RELAY_KAFKA_USERNAME ?? 'relay']: required('RELAY_KAFKA_PASSWORD'),
  }
}

/**
 * What a deployed system needs before worker and web start: schema, topics, users and rights, the plans' facts.
 * Runs to its end, and repeating it with every release is harmless.
 */
export async function prepare(): Promise<void> {
  refuseWeakSecrets()
  const url = required('MIGRATOR_URL')
  const brokers = givenBrokers()
  if (brokers === undefined)
    throw new Refusal('缺少环境变量 KAFKA_BROKERS。\nThe environment variable KAFKA_BROKERS is missing.')
  const { KAFKA_ADMIN_USERNAME: user, KAFKA_SSL: ssl } = environment
  const login = { brokers, user, password: required('KAFKA_ADMIN_PASSWORD'), ssl }
  const users = ownUsers()
  plan(3)
  await step('数据库', '迁移 · migrations', () => migrate(url))
  await refuseDemoData(url)
  await step('Kafka', '主题、用户、权限 · topics, users, rights', async () => {
    note('Kafka', `  ${await provision(login, topology(), users)}`)
  })
  await step('目录', '规划目录 · the plans’ facts', () => loadCatalogue(url))
}
