import { kafkaServices } from '@lianxi/testkit/kafka/env'
import type { KafkaConnection } from '../kafka/client'

/** How the worker's own client reaches the tests' broker as one of its users. */
export function connectionAs(username: string): KafkaConnection {
  const { brokers, users } = kafkaServices()
  const password = users[username]
  if (password === undefined) throw new Error(`the tests' Kafka has no user ${username}`)
  return { brokers, ssl: false, credentials: { mechanism: 'scram-sha-512', username, password } }
}
