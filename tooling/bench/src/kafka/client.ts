import { Kafka, logLevel } from 'kafkajs'

export type KafkaAddress = { brokers: string[]; users: Readonly<Record<string, string>> }

export const openKafka = ({ brokers, users }: KafkaAddress, user: string): Kafka =>
  new Kafka({
    clientId: 'lianxi-bench',
    brokers,
    sasl: { mechanism: 'scram-sha-512', username: user, password: users[user] ?? '' },
    logLevel: logLevel.ERROR,
  })
