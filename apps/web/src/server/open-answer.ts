import { LICENCE } from '@lianxi/schema/views/open-data'

/** Anybody may read these from any page: they carry no cookie's rights and nothing that is not public. */
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  link: `<${LICENCE.url}>; rel="license"`,
}
/** A minute in caches, then asked for again by its tag. */
const CACHED = 'public, max-age=60, must-revalidate'

type Open = { type: string; tag: string; name?: string }

/** Open data as it is made; 304 where the asker has it already. */
export function openAnswer(request: Request, { type, tag, name }: Open, parts: () => AsyncGenerator<string>): Response {
  const etag = `"${tag}"`
  const headers = { ...OPEN, etag, 'cache-control': CACHED }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers })
  const disposition = name === undefined ? {} : { 'content-disposition': `inline; filename="${name}"` }
  return new Response(streamOf(parts()), { headers: { ...headers, ...disposition, 'content-type': type } })
}

export const openRefusal = (status: number, message: string): Response =>
  Response.json({ message }, { status, headers: { ...OPEN, 'cache-control': 'no-store' } })

/** What a page of another origin may do here: read. */
export const openPreflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'If-None-Match',
      'access-control-max-age': '86400',
    },
  })

const PART = 64 * 1024

/** Rows gathered to parts of some size: one write a row would be a thousand times more work. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (to) => {
      let text = ''
      while (text.length < PART) {
        const next = await parts.next()
        if (next.done === true) {
          if (text !== '') to.enqueue(encoder.encode(text))
          return to.close()
        }
        text += next.value
      }
      to.enqueue(encoder.encode(text))
    },
    cancel: async () => void (await parts.return(undefined)),
  })
}
