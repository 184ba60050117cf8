import { pbkdf2, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** More than Kafka's least (4,096), less than its most (16,384): RFC 7677's advice for SCRAM-SHA-256 doubled. */
const ITERATIONS = 8_192
const bytes = z.instanceof(Uint8Array)

/**
 * What the broker stores instead of a SCRAM-SHA-512 password (RFC 5802). Who has it can sign in: it is a secret too,
 * but it does not tell the password.
 */
export const ScramVerifier = z.strictObject({
  iterations: z.int().min(4_096).max(16_384),
  salt: bytes,
  saltedPassword: bytes,
})
export type ScramVerifier = z.infer<typeof ScramVerifier>

const stretch = (password: string, salt: Uint8Array) =>
  new Promise<Buffer<ArrayBuffer>>((resolve, reject) =>
    pbkdf2(password, salt, ITERATIONS, 64, 'sha512', (error, key) => (error ? reject(error) : resolve(key))),
  )

/** 192 bits, letters and digits only: safe in JAAS lines, properties files and shells without quoting. */
export const newKafkaPassword = (): string => randomBytes(24).toString('hex')

/** Salts a password here, so that no clear text travels. A few milliseconds, off the event loop. */
export async function scramVerifier(password: string): Promise<ScramVerifier> {
  const salt = randomBytes(24)
  const saltedPassword = await stretch(password, salt)
  return { iterations: ITERATIONS, salt, saltedPassword }
}
