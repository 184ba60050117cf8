import type { HeaderValue, MessageHeaders } from '@lianxi/schema/events/read-envelope'
import Decoder from 'kafkajs/src/protocol/decoder.js'

/**
 * A record's headers as they lie in what was fetched. Unpacked, a message of 256 KB that is nothing but headers takes
 * 8 MB, and an ordinary one a dozen objects: both only when its turn has come.
 */
export class PackedHeaders {
  constructor(
    private readonly record: Buffer,
    private readonly from: number,
  ) {}

  /** One pass; a name that comes twice has a list of its values, whatever the name is. */
  unpack(): MessageHeaders {
    const from = new Decoder(this.record)
    from.offset = this.from
    // Without a prototype: a header may well be called `constructor` or `__proto__`.
    const headers: Record<string, HeaderValue | HeaderValue[]> = { __proto__: null }
    for (let left = from.readVarInt(); left > 0; left -= 1) {
      const name = nameOf(from)
      const value = valueOf(from)
      const known = headers[name]
      if (known === undefined) headers[name] = value
      else if (Array.isArray(known)) known.push(value)
      else headers[name] = [known, value]
    }
    return headers
  }
}

function nameOf(from: Decoder): string {
  const length = from.readVarInt()
  if (length < 0) return ''
  from.offset += length
  return from.buffer.toString('utf8', from.offset - length, from.offset)
}

/** Short plain text at once as text: a header is nearly always that. Everything else stays the bytes it is. */
function valueOf(from: Decoder): HeaderValue {
  const length = from.readVarInt()
  if (length < 0) return null
  const [begin, end] = [from.offset, from.offset + length]
  from.offset = end
  return length <= 100 && isAscii(from.buffer, begin, end)
    ? from.buffer.toString('latin1', begin, end)
    : from.buffer.subarray(begin, end)
}

function isAscii(bytes: Buffer, begin: number, end: number): boolean {
  for (let at = begin; at < end; at += 1) if ((bytes[at] ?? 0) > 0x7f) return false
  return true
}

/**
 * Makes KafkaJS 2.2.4 leave a record's headers packed: they are the record's last part. Its own way copies the headers
 * read so far for each further one: the 50,000 headers a message of 256 KB can carry kept a consumer busy for minutes, out
 * of its group, and again after every restart. And it looks names up in an ordinary object: a header called `constructor`
 * came out as a list that begins with a function. Any region may write such a message on its own topic; no setting of the
 * broker forbids it.
 */
export function mendHeaderDecoder(): void {
  Decoder.prototype.readVarIntArray = function (this: Decoder) {
    const packed = new PackedHeaders(this.buffer, this.offset)
    return { reduce: () => packed }
  }
}

/** The headers of a message from a client that {@link mendHeaderDecoder} has mended. */
export function headersOf(headers: object | undefined): MessageHeaders {
  if (!(headers instanceof PackedHeaders)) throw new Error('headers come packed: the client was not mended')
  return headers.unpack()
}
