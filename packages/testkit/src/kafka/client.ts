import { Kafka, logLevel } from 'kafkajs'
import { kafkaServices } from './env'

/** A client of the tests' broker as one of its users; `admin` may do everything. */
export function testKafka(username = 'admin'): Kafka {
  const { brokers, users } = kafkaServices()
  const password = users[username]
  if (password === undefined) throw new Error(`the tests' Kafka has no user ${username}`)
  return new Kafka({
    clientId: 'lianxi-testkit',
    brokers,
    sasl: { mechanism: 'scram-sha-512', username, password },
    connectionTimeout: 5_000,
    retry: { retries: 5, initialRetryTime: 100 },
    logLevel: logLevel.NOTHING,
  })
}
