import { Connection, alterUserScramCredentialsV0, describeUserScramCredentialsV0 } from '@platformatic/kafka'
import { pbkdf2Sync, randomBytes } from 'node:crypto'
import type { Login } from '../kafka/client'

const SCRAM_SHA_512 = 2
const ITERATIONS = 8_192
const NO_SUCH_USER = 91

/** KafkaJS has no SCRAM calls. The password is salted here, so no clear text travels. */
async function withConnection<T>(login: Login, work: (connection: Connection) => Promise<T>): Promise<T> {
  const [host, port] = (login.brokers[0] ?? '').split(':')
  if (host === undefined || port === undefined) throw new Error(`not a broker's host:port: ${login.brokers.join(',')}`)
  const connection = new Connection('lianxi-stack', {
    sasl: { mechanism: 'SCRAM-SHA-512', username: login.user, password: login.password },
    ...(login.ssl ? { tls: {} } : {}),
  })
  await connection.connect(host, Number(port))
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}

async function existing(connection: Connection): Promise<Set<string>> {
  const { results } = await describeUserScramCredentialsV0.api.async(connection, [])
  const usable = results.filter(({ errorCode, credentialInfos }) => {
    if (errorCode === NO_SUCH_USER) return false
    return credentialInfos.some(({ mechanism }) => mechanism === SCRAM_SHA_512)
  })
  return new Set(usable.map(({ user }) => user))
}

/** Creates the users that do not exist; passwords of existing ones stay (replacing them is rotation, not provisioning). */
export async function provisionUsers(login: Login, users: Readonly<Record<string, string>>): Promise<string[]> {
  return withConnection(login, async (connection) => {
    const there = await existing(connection)
    const missing = Object.entries(users).filter(([name]) => !there.has(name))
    if (missing.length === 0) return []
    const upsertions = missing.map(([name, password]) => {
      const salt = randomBytes(24)
      const saltedPassword = pbkdf2Sync(password, salt, ITERATIONS, 64, 'sha512')
      return { name, mechanism: SCRAM_SHA_512, iterations: ITERATIONS, salt, saltedPassword }
    })
    const { results } = await alterUserScramCredentialsV0.api.async(connection, [], upsertions)
    const refused = results.filter(({ errorCode }) => errorCode !== 0)
    if (refused.length > 0) throw new Error(`Kafka refused the users ${refused.map(({ user }) => user).join(', ')}`)
    return missing.map(([name]) => name)
  })
}
