import type { HeaderValue, MessageHeaders } from '@lianxi/schema/events/read-envelope'
import { findText } from '@lianxi/schema/events/read-json'
import { z } from 'zod'

const StoredText = z.union([z.string(), z.strictObject({ base64: z.base64() })])
/** Headers of a parked message: pairs as Kafka has them, a doubled name twice; what is no plain text is base64. */
const StoredHeaders = z.array(z.tuple([StoredText, StoredText.nullable()]))
type StoredText = z.infer<typeof StoredText>
type StoredHeaders = z.infer<typeof StoredHeaders>

/** Headers as JSON that PostgreSQL takes, from which {@link readHeaders} gives back every byte. */
export function storeHeaders(headers: MessageHeaders): StoredHeaders {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined) return []
    const values = isList(value) ? value : [value]
    return values.map((one): StoredHeaders[number] => [storable(name), one === null ? null : storable(one)])
  })
}

/** Stored headers as pairs of bytes, in their order. */
export const readPairs = (stored: unknown): [name: Buffer, value: Buffer | null][] =>
  StoredHeaders.parse(stored).map(([name, value]) => [bytesOf(name), value === null ? null : bytesOf(value)])

/** Stored headers as a Kafka client delivered them. */
export function readHeaders(stored: unknown): MessageHeaders {
  const byName = new Map<string, (Buffer | null)[]>()
  for (const [name, value] of readPairs(stored)) {
    const key = name.toString()
    const known = byName.get(key)
    if (known === undefined) byName.set(key, [value])
    else known.push(value)
  }
  return Object.fromEntries([...byName].map(([name, values]) => [name, values.length === 1 ? values[0] : values]))
}

const isList = (value: HeaderValue | readonly HeaderValue[]): value is readonly HeaderValue[] => Array.isArray(value)

/** jsonb has no NUL and no half characters; no honest header has any control character. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u

function storable(value: string | Uint8Array): StoredText {
  const text = typeof value === 'string' ? value : findText(value)
  return text !== undefined && !UNSTORABLE.test(text) ? text : { base64: Buffer.from(value).toString('base64') }
}

const bytesOf = (stored: StoredText): Buffer =>
  typeof stored === 'string' ? Buffer.from(stored) : Buffer.from(stored.base64, 'base64')
