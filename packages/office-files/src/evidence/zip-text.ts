import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl'
import { Unreadable } from '../read-refusal'
import { type FileSource, SourceReader } from './file-source'

export const openZip = (reader: SourceReader, size: number): Promise<ZipFile> =>
  fromRandomAccessReaderPromise(reader, size, { lazyEntries: true, autoClose: false })

const WITH_TEXT = /^(word|xl|ppt|docProps)\/.*\.xml$/
const MOST_BYTES = 60_000_000
/** A paragraph, cell, line or heading ends here. */
const END = /<\/(?:w:p|a:p|si|is|t|row|v|dc:title|cp:keywords|dc:subject|cp:category|dc:description)>|<w:br\b[^>]*>/
const LONGEST = 8_192

/** Text of Office files line by line; a mark may be cut into runs, so tags inside a paragraph are dropped. */
export async function* linesOfZip(source: FileSource): AsyncGenerator<string> {
  const reader = new SourceReader(source)
  try {
    yield* lines(await openZip(reader, source.size))
  } catch (error) {
    // An outage reaches the zip library's streams as their error and comes out as it is.
    throw reader.outage !== undefined || error instanceof Unreadable ? error : new Unreadable('damaged')
  }
}

async function* lines(zip: ZipFile): AsyncGenerator<string> {
  let room = MOST_BYTES
  for await (const entry of zip.eachEntry()) {
    if (!WITH_TEXT.test(entry.fileName)) continue
    let open = ''
    for await (const text of textOf(zip, entry)) {
      room -= text.length
      if (room < 0) throw new Unreadable('unzips-too-large')
      const pieces = (open + text).split(END)
      open = (pieces.pop() ?? '').slice(-LONGEST)
      for (const piece of pieces) yield plain(piece)
    }
    yield plain(open)
  }
}

async function* textOf(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const stream = await zip.openReadStreamPromise(entry)
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield decoder.decode(chunk, { stream: true })
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      if (name !== undefined) return ENTITIES[name] ?? whole
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .trim()
