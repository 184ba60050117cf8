import type { Readable } from 'node:stream'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file to keep, never to be shown by the browser: whatever is in it stays text. */
export function fileAnswer(body: string | Buffer, { name, type }: { name: string; type: string }): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: headersOf({ name, type }) })
}

const Bytes = z.instanceof(Uint8Array)

/** The same for a long file, while it is written; if writing fails the answer breaks off and the browser says so. */
export function streamAnswer(body: Readable, file: { name: string; type: string }): Response {
  const parts = body.iterator()
  const stream = new ReadableStream<Uint8Array>({
    pull: async (to) => {
      const part = await parts.next()
      if (part.done === true) to.close()
      else to.enqueue(Bytes.parse(part.value))
    },
    cancel: () => void body.destroy(),
  })
  return new Response(stream, { headers: headersOf(file) })
}

const headersOf = ({ name, type }: { name: string; type: string }) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
})

const STATUS = new Map<string, number>([
  ['BAD_REQUEST', 400],
  ['UNAUTHORIZED', 401],
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
])

/** What a procedure refuses, as HTTP says it; anything else is a bug or an outage and goes on as such. */
export async function orRefusal(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    const status = error instanceof TRPCError ? STATUS.get(error.code) : undefined
    if (status === undefined) throw error
    return new Response(null, { status })
  }
}
