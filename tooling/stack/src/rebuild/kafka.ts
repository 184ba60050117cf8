import type { Login } from '@lianxi/broker/client'
import { mendRequestQueue } from '@lianxi/broker/request-queue'
import { Kafka, logLevel } from 'kafkajs'

mendRequestQueue()

/** The broker as its administrator, for commands that read or write whole topics. */
export const kafkaOf = ({ brokers, user, password, ssl }: Login): Kafka =>
  new Kafka({
    clientId: 'lianxi-rebuild',
    brokers,
    ssl,
    sasl: { mechanism: 'scram-sha-512', username: user, password },
    connectionTimeout: 5_000,
    retry: { retries: 5, initialRetryTime: 200 },
    logLevel: logLevel.NOTHING, // failures reach us as rejections
  })
