import { Kafka, logLevel } from 'kafkajs'
import { kafkaServices, type KafkaServices } from './env'

/** A user the stack does not know needs its password; who expects to be refused does not try for long. */
export type TestLogin = {
  username?: string
  password?: string
  retries?: number
  requestTimeoutMs?: number
  services?: KafkaServices
}

/** A client of the tests' broker as one of its users; `admin` may do everything. */
export function testKafka({
  username = 'admin',
  password: given,
  retries = 5,
  requestTimeoutMs = 30_000,
  services = kafkaServices(),
}: TestLogin = {}): Kafka {
  const { brokers, users } = services
  const password = given ?? users[username]
  if (password === undefined) throw new Error(`the tests' Kafka has no user ${username}`)
  return new Kafka({
    clientId: 'lianxi-testkit',
    brokers,
    sasl: { mechanism: 'scram-sha-512', username, password },
    connectionTimeout: 5_000,
    requestTimeout: requestTimeoutMs,
    retry: { retries, initialRetryTime: 100 },
    logLevel: logLevel.NOTHING,
  })
}
