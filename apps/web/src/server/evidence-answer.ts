import { type FileSource, partsOf } from '@lianxi/office-files/evidence/file-source'
import type { EvidenceView } from '@lianxi/schema/commands/evidence'
import { attachment } from './attachment'

type Range = { start: number; end: number }

/** One range of `bytes=`; `whole`: none was asked for, or in a form that may be ignored; undefined: outside the file. */
function rangeOf(header: string | null, size: number): Range | 'whole' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return 'whole'
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  return start < end ? { start, end } : undefined
}

/** Streams the file's rows; the browser keeps it as a file whatever it is, and runs nothing of it. */
export function rangedAnswer(source: FileSource, file: EvidenceView, asked: Headers): Response {
  const etag = `"${file.sha256}"`
  const headers: Record<string, string> = {
    'content-type': file.mediaType,
    'content-disposition': attachment(file.name, 'evidence'),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag,
  }
  if (asked.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const sameFile = [null, etag].includes(asked.get('if-range'))
  const range = sameFile ? rangeOf(asked.get('range'), source.size) : 'whole'
  if (range === undefined)
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${source.size}` } })
  const { start, end } = range === 'whole' ? { start: 0, end: source.size } : range
  headers['content-length'] = String(end - start)
  if (range !== 'whole') headers['content-range'] = `bytes ${start}-${end - 1}/${source.size}`
  return new Response(streamOf(source, start, end), { status: range === 'whole' ? 200 : 206, headers })
}

/** Read as the client takes it: a slow one holds one part, not the file. */
function streamOf(source: FileSource, start: number, end: number): ReadableStream<Uint8Array> {
  const parts = partsOf(source, start, end)
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await parts.next()
      if (next.done === true) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    cancel: async () => void (await parts.return(undefined)),
  })
}
