import {
  alterUserScramCredentialsV0,
  Connection,
  describeUserScramCredentialsV0,
  ResponseError,
} from '@platformatic/kafka'
import { scramVerifier, type ScramVerifier } from '@lianxi/schema/scram'
import { z } from 'zod'
import type { Login } from './client'

const SCRAM_SHA_512 = 2
const NO_SUCH_USER = 91

/** KafkaJS has no SCRAM calls. Passwords are salted before, so no clear text travels. */
async function withConnection<T>(login: Login, work: (connection: Connection) => Promise<T>): Promise<T> {
  const [host, port] = (login.brokers[0] ?? '').split(':')
  if (host === undefined || port === undefined) throw new Error(`not a broker's host:port: ${login.brokers.join(',')}`)
  const connection = new Connection('lianxi-broker', {
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

const Refused = z.object({
  results: z.array(z.object({ user: z.string(), errorCode: z.int(), errorMessage: z.string().nullable() })),
})

/** The library throws when the broker refuses a single user; what it refused stands in the answer. */
async function alter(
  connection: Connection,
  deletions: string[],
  upsertions: [user: string, verifier: ScramVerifier][],
): Promise<z.infer<typeof Refused>['results']> {
  try {
    await alterUserScramCredentialsV0.api.async(
      connection,
      deletions.map((name) => ({ name, mechanism: SCRAM_SHA_512 })),
      upsertions.map(([name, { iterations, salt, saltedPassword }]) => ({
        ...{ name, mechanism: SCRAM_SHA_512, iterations },
        ...{ salt: Buffer.from(salt), saltedPassword: Buffer.from(saltedPassword) },
      })),
    )
    return []
  } catch (error) {
    const refused = error instanceof ResponseError ? Refused.safeParse(error['response']) : undefined
    if (refused?.success !== true) throw error
    return refused.data.results.filter(({ errorCode }) => errorCode !== 0)
  }
}

async function existing(connection: Connection): Promise<Set<string>> {
  const { results } = await describeUserScramCredentialsV0.api.async(connection, [])
  const usable = results.filter(({ credentialInfos }) =>
    credentialInfos.some(({ mechanism }) => mechanism === SCRAM_SHA_512),
  )
  return new Set(usable.map(({ user }) => user))
}

/** Creates the users that do not exist; passwords of existing ones stay (replacing them is rotation, not provisioning). */
export async function provisionUsers(login: Login, users: Readonly<Record<string, string>>): Promise<string[]> {
  return withConnection(login, async (connection) => {
    const there = await existing(connection)
    const missing = Object.entries(users).filter(([name]) => !there.has(name))
    if (missing.length === 0) return []
    const verifiers = await Promise.all(missing.map(async ([, password]) => scramVerifier(password)))
    const upsertions = missing.flatMap(([name], index): [string, ScramVerifier][] => {
      const verifier = verifiers[index]
      return verifier === undefined ? [] : [[name, verifier]]
    })
    const refused = await alter(connection, [], upsertions)
    if (refused.length > 0) throw new Error(`Kafka refused the users ${refused.map(({ user }) => user).join(', ')}`)
    return missing.map(([name]) => name)
  })
}

/** What the broker said to a change it was asked for; `refused` will not change by asking again. */
export type UserChange = { ok: true } | { ok: false; refused: string }

const outcome = (refused: readonly { errorCode: number; errorMessage: string | null }[]): UserChange => {
  const [first] = refused
  return first === undefined
    ? { ok: true }
    : { ok: false, refused: first.errorMessage ?? `Kafka error ${first.errorCode}` }
}

/** From now on new connections of this user need this password; open ones go on. */
export const putUser = (login: Login, user: string, verifier: ScramVerifier): Promise<UserChange> =>
  withConnection(login, async (connection) => outcome(await alter(connection, [], [[user, verifier]])))

/** No new connection of this user any more; open ones end with its rights, which go first. Repeating it is harmless. */
export const dropUser = (login: Login, user: string): Promise<UserChange> =>
  withConnection(login, async (connection) => {
    const refused = await alter(connection, [user], [])
    return outcome(refused.filter(({ errorCode }) => errorCode !== NO_SUCH_USER))
  })
