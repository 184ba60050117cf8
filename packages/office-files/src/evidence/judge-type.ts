import { type FileSource, partsOf, SourceReader } from './file-source'
import { openZip } from './zip-text'

/** What a file is by its content; its name must say the same. */
export const EVIDENCE_TYPES = {
  pdf: { media: 'application/pdf', endings: ['pdf'] },
  png: { media: 'image/png', endings: ['png'] },
  jpeg: { media: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  webp: { media: 'image/webp', endings: ['webp'] },
  tiff: { media: 'image/tiff', endings: ['tif', 'tiff'] },
  bmp: { media: 'image/bmp', endings: ['bmp'] },
  docx: { media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: { media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  ole: { media: 'application/x-ole-storage', endings: ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'] },
  txt: { media: 'text/plain; charset=utf-8', endings: ['txt', 'csv'] },
} as const
export type EvidenceType = keyof typeof EVIDENCE_TYPES
export type Judged = { ok: true; type: EvidenceType } | { ok: false; fault: 'type' | 'encrypted' | 'macros' }

const MAGIC: [string, EvidenceType][] = [
  ['255044462d', 'pdf'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['49492a00', 'tiff'],
  ['4d4d002a', 'tiff'],
  ['424d', 'bmp'],
  ['d0cf11e0a1b11ae1', 'ole'],
]

const found = (type: EvidenceType): Judged => ({ ok: true, type })

/** Judged by content alone. Encrypted files cannot be looked into and macros are programs: neither is kept. */
export async function judgeType(source: FileSource): Promise<Judged> {
  const head = await source.read(0, Math.min(16, source.size))
  const hex = head.toString('hex')
  const magic = MAGIC.find(([start]) => hex.startsWith(start))?.[1]
  if (magic === 'ole') return (await contains(source, OLE_ENCRYPTED)) ? { ok: false, fault: 'encrypted' } : found('ole')
  if (magic === 'pdf') return (await contains(source, PDF_ENCRYPTED)) ? { ok: false, fault: 'encrypted' } : found('pdf')
  if (magic !== undefined) return found(magic)
  if (hex.startsWith('52494646') && head.subarray(8, 12).toString('latin1') === 'WEBP') return found('webp')
  if (hex.startsWith('504b0304')) return judgeZip(source)
  return (await isText(source)) ? found('txt') : { ok: false, fault: 'type' }
}

const OLE_ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const PDF_ENCRYPTED = Buffer.from('/Encrypt ', 'latin1')

/** Whether the bytes occur anywhere, also across two parts. */
export async function contains(source: FileSource, wanted: Buffer): Promise<boolean> {
  let tail = Buffer.alloc(0)
  for await (const part of partsOf(source)) {
    const seen = Buffer.concat([tail, part])
    if (seen.includes(wanted)) return true
    tail = seen.subarray(Math.max(0, seen.length - wanted.length + 1))
  }
  return false
}

async function judgeZip(source: FileSource): Promise<Judged> {
  const names = new Set<string>()
  const reader = new SourceReader(source)
  try {
    const zip = await openZip(reader, source.size)
    for await (const { fileName } of zip.eachEntry()) names.add(fileName)
  } catch (error) {
    if (reader.outage !== undefined) throw error
    return { ok: false, fault: 'type' }
  }
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) return { ok: false, fault: 'macros' }
  if (names.has('word/document.xml')) return found('docx')
  if (names.has('xl/workbook.xml')) return found('xlsx')
  return names.has('ppt/presentation.xml') ? found('pptx') : { ok: false, fault: 'type' }
}

/** Chinese text in UTF-8 or GB 18030, without control characters. */
async function isText(source: FileSource): Promise<boolean> {
  if (source.size === 0) return false
  for await (const part of partsOf(source)) {
    for (const byte of part) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return false
  }
  return true
}
