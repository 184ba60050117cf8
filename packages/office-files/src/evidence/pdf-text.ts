import { inflateSync } from 'node:zlib'
import { type FileSource, partsOf } from './file-source'

const MOST_STREAM = 4_000_000
const MOST_INFLATED = 16_000_000
const STREAM = Buffer.from('stream')
const END_STREAM = Buffer.from('endstream')

type Unicode = Map<number, string>

/**
 * Text of a PDF as far as it can be had without a PDF library: strings of the file itself (title, remarks), and of its
 * content streams, plain or deflated, read through every character map of the file and as GBK and UTF-16. Pictures of
 * text, and what other filters hold, are not read.
 */
export async function* linesOfPdf(source: FileSource): AsyncGenerator<string> {
  const maps: Unicode[] = []
  for await (const stream of streamsOf(source)) if (stream.includes('begincmap')) maps.push(readMap(stream))
  for await (const outside of outsideStreams(source)) yield* linesOf(outside, [])
  for await (const stream of streamsOf(source)) if (!stream.includes('begincmap')) yield* linesOf(stream, maps)
}

/** Contents of the file's streams as bytes of latin1, pictures and what is longer than 4 MB left out. */
async function* streamsOf(source: FileSource): AsyncGenerator<string> {
  let [held, inside, head] = [Buffer.alloc(0), false, '']
  for await (const part of partsOf(source)) {
    held = Buffer.concat([held, part])
    for (;;) {
      const at = held.indexOf(inside ? END_STREAM : STREAM)
      if (at === -1) break
      const before = held.subarray(0, at)
      if (inside) {
        const content = unpack(before, head)
        if (content !== undefined) yield content
      } else head = before.subarray(-1_000).toString('latin1')
      held = held.subarray(at + (inside ? END_STREAM : STREAM).length)
      inside = !inside
    }
    // Too long to be text: only its end is waited for.
    if (held.length > MOST_STREAM || !inside) held = held.subarray(-1_024)
  }
}

function unpack(raw: Buffer, head: string): string | undefined {
  const dictionary = head.slice(head.lastIndexOf(' obj'))
  if (/\/(Image|FontFile\d?|DCTDecode|JPXDecode|CCITTFaxDecode)\b/.test(dictionary)) return undefined
  const bytes = raw.subarray(raw[0] === 13 && raw[1] === 10 ? 2 : 1)
  if (!dictionary.includes('/FlateDecode')) return bytes.toString('latin1')
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_INFLATED }).toString('latin1')
  } catch {
    // Damaged, or another filter before it: there is no text to be had from it.
    return undefined
  }
}

/** Strings that lie open in the file: its title, outline, remarks. */
async function* outsideStreams(source: FileSource): AsyncGenerator<string> {
  let tail = ''
  for await (const part of partsOf(source)) {
    const text = part.toString('latin1')
    yield tail + text
    tail = text.slice(-512)
  }
}

const hexBytes = (hex: string): Buffer => Buffer.from(hex.replace(/\s/g, '').replace(/^(?:..)*.$/, '$&0'), 'hex')

/** A font's character codes, as its ToUnicode map says. */
function readMap(stream: string): Unicode {
  const map: Unicode = new Map()
  const utf16 = (hex: string) => Buffer.from(hexBytes(hex)).swap16().toString('utf16le')
  for (const [, body = ''] of stream.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of body.matchAll(/<([0-9a-fA-F\s]+)>\s*<((?:[0-9a-fA-F]{4})+)>/g)) {
      map.set(Number.parseInt(code, 16), utf16(to))
    }
  }
  for (const [, body = ''] of stream.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', until = '', to = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      addRange(map, from, until, to)
    for (const [, from = '', , list = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g)) {
      const each = [...list.matchAll(/<((?:[0-9a-fA-F]{4})+)>/g)].map(([, to = '']) => utf16(to))
      for (const [index, to] of each.entries()) map.set(Number.parseInt(from, 16) + index, to)
    }
  }
  return map
}

function addRange(map: Unicode, from: string, until: string, to: string): void {
  const [first, last, start] = [from, until, to].map((hex) => Number.parseInt(hex, 16))
  if (first === undefined || last === undefined || start === undefined || last - first > 65_535) return
  for (let code = first; code <= last; code += 1) {
    if (start + code - first <= 0xffff) map.set(code, String.fromCharCode(start + code - first))
  }
}

const STRING = /\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9a-fA-F\s]{4,})>|\b(?:T[dDm*]|ET)\b/g

/** Strings between two moves to another place are one line; each is read in every way it can be meant. */
function* linesOf(content: string, maps: Unicode[]): Generator<string> {
  let line: Buffer[] = []
  for (const [, literal, hex] of content.matchAll(STRING)) {
    if (literal !== undefined) line.push(literalBytes(literal))
    else if (hex !== undefined) line.push(hexBytes(hex))
    else {
      yield* readings(Buffer.concat(line), maps)
      line = []
    }
    if (line.length > 0 && maps.length === 0) yield* readings(line.pop() ?? Buffer.alloc(0), maps)
  }
  yield* readings(Buffer.concat(line), maps)
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const literalBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
      /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8) & 255) : (ESCAPES[sign] ?? sign),
    ),
    'latin1',
  )

const GBK = new TextDecoder('gb18030')

function* readings(bytes: Buffer, maps: Unicode[]): Generator<string> {
  if (bytes.length < 4) return
  yield GBK.decode(bytes).trim()
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1))
  const codes = Array.from({ length: even.length / 2 }, (_, index) => even.readUInt16BE(index * 2))
  yield String.fromCharCode(...codes.slice(0, 4_096))
    .replace(/^\ufeff/, '')
    .trim()
  for (const map of maps)
    yield codes
      .map((code) => map.get(code) ?? '')
      .join('')
      .trim()
}
