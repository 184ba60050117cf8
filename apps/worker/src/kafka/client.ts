import { mendRequestQueue } from '@lianxi/broker/request-queue'
import { Kafka, logLevel, type ISocketFactory, type LogEntry, type SASLOptions } from 'kafkajs'
import type { Logger } from 'pino'
import { createLogLimit } from '../log-limit'
import { mendHeaderDecoder } from './decode-headers'

mendHeaderDecoder()
mendRequestQueue()

export type KafkaCredentials = {
  mechanism: 'scram-sha-256' | 'scram-sha-512'
  username: string
  password: string
}
export type KafkaConnection = {
  brokers: string[]
  ssl: boolean
  credentials?: KafkaCredentials
  /** How a connection is opened, where it is not simply to the address the broker tells: a tunnel, a cut line. */
  socketFactory?: ISocketFactory
}

function sasl({ mechanism, username, password }: KafkaCredentials): SASLOptions {
  switch (mechanism) {
    case 'scram-sha-256':
      return { mechanism, username, password }
    case 'scram-sha-512':
      return { mechanism, username, password }
    default:
      return mechanism satisfies never
  }
}

/**
 * KafkaJS's own lines carry identifiers only, never bodies. It calls every refused request an error, also those we
 * expect and answer; what matters is logged by whoever sees the failure, so its lines are one level down, and one of a
 * kind a minute: while a broker is away every client would repeat itself several times a second.
 */
function bridge(log: Logger) {
  const limit = createLogLimit()
  return ({ level, namespace, log: entry }: LogEntry) => {
    const line = {
      namespace,
      topic: textIn(entry, 'topic'),
      groupId: textIn(entry, 'groupId'),
      error: textIn(entry, 'error'),
    }
    if (level === logLevel.ERROR) {
      const withheld = limit.due(`${namespace} ${line.topic ?? ''} ${entry.message}`)
      if (withheld !== undefined) log.warn({ ...line, withheld }, entry.message)
    } else log.debug(line, entry.message)
  }
}

function textIn(entry: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = entry[name]
  return typeof value === 'string' ? value : undefined
}

/** How long a client waits for the broker before it gives up. */
export type Patience = { requestTimeoutMs: number; connectionTimeoutMs: number; retries: number }

/**
 * About 15 seconds of a broker being away are ridden out; after that a consumer crashes and the process ends, which
 * is what the supervisor outside is for.
 */
const PATIENT: Patience = { requestTimeoutMs: 30_000, connectionTimeoutMs: 5_000, retries: 7 }

/** For callers that try again themselves and must not be held up. */
export const IMPATIENT: Patience = { requestTimeoutMs: 5_000, connectionTimeoutMs: 2_000, retries: 1 }

/** One Kafka client; a part that must not wait so long brings its own patience. */
export function createKafka(connection: KafkaConnection, clientId: string, log: Logger, patience = PATIENT): Kafka {
  return new Kafka({
    clientId,
    brokers: connection.brokers,
    ssl: connection.ssl,
    ...(connection.credentials ? { sasl: sasl(connection.credentials) } : {}),
    ...(connection.socketFactory ? { socketFactory: connection.socketFactory } : {}),
    connectionTimeout: patience.connectionTimeoutMs,
    requestTimeout: patience.requestTimeoutMs,
    retry: {
      initialRetryTime: 200,
      maxRetryTime: 3_000,
      retries: patience.retries,
      restartOnFailure: () => Promise.resolve(false),
    },
    logLevel: logLevel.INFO,
    logCreator: () => bridge(log),
  })
}
