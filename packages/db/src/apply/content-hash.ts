import { hash } from 'node:crypto'
import type { ParsedEvent } from '@lianxi/schema/events/parse'
import type { IncomingMessage } from './incoming'

/** Unambiguous whatever the parts contain: each is preceded by its length. */
function sha256Of(parts: readonly (Uint8Array | string | null)[]): Buffer {
  const told = parts.flatMap((part) => {
    if (part === null) return [Buffer.from('null;')]
    const bytes = typeof part === 'string' ? Buffer.from(part) : part
    return [Buffer.from(`${bytes.length};`), bytes]
  })
  return digest(Buffer.concat(told))
}

/** By way of text: asked for bytes, `hash` takes twice as long and makes an ArrayBuffer for each. */
const digest = (told: Buffer): Buffer => Buffer.from(hash('sha256', told, 'binary'), 'binary')

/** Fingerprint of a stored message, to see later that it is still the same: everything its writer decided. */
export function sha256OfMessage({ key, value, headers }: IncomingMessage): Buffer {
  const names = Object.keys(headers).sort()
  const flat = names.flatMap((name) => [name, ...[headers[name] ?? null].flat()])
  return sha256Of([key, value, ...flat])
}

/** Fingerprint of what an event says. The trace context is left out: saying it again in another request is the same. */
export function sha256OfEvent({ envelope }: ParsedEvent, value: Buffer | null): Buffer {
  const { id, source, type, subject, time } = envelope
  if (value === null) return sha256Of([id, source, type, subject, time, null])
  // The same bytes as `sha256Of`, in one buffer: every event comes through here.
  const head = `${lengthened(id)}${lengthened(source)}${lengthened(type)}${lengthened(subject)}${lengthened(time)}${value.length};`
  const told = Buffer.allocUnsafe(Buffer.byteLength(head) + value.length)
  told.set(value, told.write(head))
  return digest(told)
}

const lengthened = (part: string): string => `${Buffer.byteLength(part)};${part}`
