import type { Login } from '@lianxi/broker/client'
import { environment } from '../env'
import { givenBrokers } from '../kafka/up'
import { Refusal } from '../refusal'
import { findStack } from '../stack-file'

/** Kafka's administrator: from the environment on a deployed system, else of the running local stack. */
export function adminLogin(): Login {
  const { KAFKA_ADMIN_USERNAME: user, KAFKA_ADMIN_PASSWORD, KAFKA_SSL: ssl } = environment
  const local = findStack()?.kafka
  const brokers = givenBrokers() ?? local?.brokers
  const password = KAFKA_ADMIN_PASSWORD ?? (givenBrokers() === undefined ? local?.users[user] : undefined)
  if (brokers !== undefined && password !== undefined) return { brokers, user, password, ssl }
  throw new Refusal(
    'Kafka 未启动：请先运行 npm run stack:up，或设置 KAFKA_BROKERS 与 KAFKA_ADMIN_PASSWORD。' +
      '\nNo Kafka: start the stack, or set KAFKA_BROKERS and KAFKA_ADMIN_PASSWORD.',
  )
}
