import { appPid, type AppName } from '../app/apps'
import { brokerPid } from '../kafka/broker'
import { canSignIn as kafkaAnswers } from '@lianxi/broker/client'
import { givenBrokers } from '../kafka/up'
import { paths } from '../paths'
import { canSignIn as postgresAnswers } from '../postgres/roles'
import { givenPostgres } from '../postgres/up'
import { say } from '../progress'
import { findStack, type StackFile } from '../stack-file'

type Row = { part: string; state: string; where: string }

async function postgresRow(stack: StackFile): Promise<Row> {
  if (stack.postgres === undefined) return { part: 'PostgreSQL', state: '未启动 stopped', where: '' }
  const answers = await postgresAnswers(stack.postgres.urls.web_app)
  const where = new URL(stack.postgres.urls.web_app).host + (givenPostgres() === undefined ? '' : ' (DATABASE_URL)')
  return { part: 'PostgreSQL', state: answers ? '运行中 up' : '无响应 no answer', where }
}

async function kafkaRow(stack: StackFile): Promise<Row> {
  if (stack.kafka === undefined) return { part: 'Kafka', state: '未启动 stopped', where: '' }
  const { brokers, users } = stack.kafka
  const user = users['admin'] === undefined ? (Object.keys(users)[0] ?? '') : 'admin'
  const answers = await kafkaAnswers({ brokers, user, password: users[user] ?? '', ssl: false })
  const pid = givenBrokers() === undefined ? `pid ${brokerPid() ?? '–'}` : 'KAFKA_BROKERS'
  return { part: 'Kafka', state: answers ? '运行中 up' : '无响应 no answer', where: `${brokers.join(',')} (${pid})` }
}

function appRow(app: AppName, address: string | undefined): Row {
  const pid = appPid(app)
  const where = pid === undefined ? '' : `${address ?? ''} (pid ${pid})`
  return { part: app, state: pid === undefined ? '未启动 stopped' : '运行中 up', where }
}

/** Says what really answers, not what a file claims. Exit code 0 only if PostgreSQL and Kafka both answer. */
export async function status(): Promise<void> {
  const stack = findStack()
  if (stack === undefined) {
    say(`未启动过 never started: ${paths.home}`)
    process.exitCode = 1
    return
  }
  const services = await Promise.all([postgresRow(stack), kafkaRow(stack)])
  const rows = [...services, appRow('worker', stack.worker?.url), appRow('web', stack.web?.url)]
  for (const { part, state, where } of rows) say(`${part.padEnd(12)}${state.padEnd(16)}${where}`)
  if (services.some(({ state }) => !state.startsWith('运行中'))) process.exitCode = 1
}
