import { Kafka, logLevel, type Admin } from 'kafkajs'
import { mendRequestQueue } from './request-queue'

mendRequestQueue()

/** Where a broker is and who we are there. */
export type Login = { brokers: string[]; user: string; password: string; ssl: boolean }

export async function withAdmin<T>(login: Login, work: (admin: Admin) => Promise<T>): Promise<T> {
  const kafka = new Kafka({
    clientId: 'lianxi-broker',
    brokers: login.brokers,
    ssl: login.ssl,
    sasl: { mechanism: 'scram-sha-512', username: login.user, password: login.password },
    connectionTimeout: 2_000,
    requestTimeout: 20_000,
    retry: { retries: 2, initialRetryTime: 100 },
    logLevel: logLevel.NOTHING, // failures reach us as rejections
  })
  const admin = kafka.admin()
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
