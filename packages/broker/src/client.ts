import { Kafka, type KafkaConfig, logLevel, type Admin } from 'kafkajs'
import { mendRequestQueue } from './request-queue'

mendRequestQueue()

/** Where a broker is and who we are there. */
export type Login = { brokers: string[]; user: string; password: string; ssl: boolean }

type Patience = Pick<KafkaConfig, 'connectionTimeout' | 'requestTimeout' | 'retry'>

/** The broker as its administrator. */
export const kafkaOf = ({ brokers, ssl, user, password }: Login, clientId: string, patience: Patience): Kafka =>
  new Kafka({
    ...{ clientId, brokers, ssl, ...patience },
    sasl: { mechanism: 'scram-sha-512', username: user, password },
    logLevel: logLevel.NOTHING, // failures reach us as rejections
  })

const SHORTLY: Patience = {
  ...{ connectionTimeout: 2_000, requestTimeout: 20_000 },
  retry: { retries: 2, initialRetryTime: 100 },
}

export async function withAdmin<T>(login: Login, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafkaOf(login, 'lianxi-broker', SHORTLY).admin()
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.disconnect()
  }
}

/** True if the broker answers and takes this password. */
export async function canSignIn(login: Login): Promise<boolean> {
  try {
    return await withAdmin(login, async (admin) => (await admin.describeCluster()).brokers.length > 0)
  } catch {
    return false // the question was only whether it can; the broker's log says why not
  }
}
