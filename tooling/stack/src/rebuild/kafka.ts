import { kafkaOf, type Login } from '@lianxi/broker/client'
import type { Kafka } from 'kafkajs'

/** For commands that read or write whole topics. */
export const patientKafka = (login: Login): Kafka =>
  kafkaOf(login, 'lianxi-rebuild', { connectionTimeout: 5_000, retry: { retries: 5, initialRetryTime: 200 } })
