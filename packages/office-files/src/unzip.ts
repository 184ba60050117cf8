import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Unreadable } from './read-refusal'

/** A workbook's parts that are read; pictures, drawings and links to other files are left where they are. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/

const MAX_UNZIPPED = 80_000_000
const MAX_PARTS = 5000

/**
 * Unzips the wanted parts, counting real bytes: what a zip says of its own sizes is not believed. Stops at 80 MB, so
 * a bomb costs no more than that.
 */
export async function unzipParts(file: Buffer): Promise<Map<string, string>> {
  try {
    return await unzip(await fromBufferPromise(file, { lazyEntries: true, autoClose: false }))
  } catch (error) {
    // What the zip library throws is about this file; there is no disk and no network in it.
    throw error instanceof Unreadable ? error : new Unreadable('damaged')
  }
}

async function unzip(zip: ZipFile): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  const names: string[] = []
  let room = MAX_UNZIPPED
  for await (const entry of zip.eachEntry()) {
    if (names.push(entry.fileName) > MAX_PARTS) throw new Unreadable('unzips-too-large')
    if (!WANTED.test(entry.fileName)) continue
    const part = await readPart(zip, entry, room)
    room -= part.length
    parts.set(entry.fileName, part.toString('utf8'))
  }
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw new Unreadable('macros')
  if (parts.has('xl/workbook.xml')) return parts
  throw new Unreadable(names.includes('xl/workbook.bin') ? 'binary-xlsb' : 'not-xlsx')
}

async function readPart(zip: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > room) throw new Unreadable('unzips-too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
