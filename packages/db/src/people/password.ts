import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Parameters and form (`salt:key`, both hexadecimal) are better-auth's own, so both sides read each other's. */
const COST = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 }
const KEY_BYTES = 64

function derive(password: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** Hash of a password as it is stored in `account.password`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('hex')
  return `${salt}:${(await derive(password, salt)).toString('hex')}`
}

/** False for a wrong password and for a stored value that is no hash. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const [salt, hex] = stored.split(':')
  if (salt === undefined || hex === undefined) return false
  const key = Buffer.from(hex, 'hex')
  return key.length === KEY_BYTES && timingSafeEqual(key, await derive(password, salt))
}
