import path from 'node:path'
import type { Readable } from 'node:stream'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { attachment } from './attachment'
import { SENTENCES } from './trpc'

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
  'content-disposition': attachment(name, /^[\w.-]+$/.test(name) ? name : `lianxi${path.extname(name)}`),
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

/** A refusal that a browser opens instead of the file: a sentence, never a blank page. */
const inWords = (sentence: string, status: number): Response =>
  new Response(sentence, {
    status,
    headers: {
      ...{ 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
      'cache-control': 'no-store',
    },
  })

/** The address asks for nothing that there is. */
export const badAddress = (): Response => inWords('地址中的条件写法有误，请回到页面重新选择后再导出。', 400)

/** What a procedure refuses, as HTTP and words say it; anything else is a bug or an outage and goes on as such. */
export async function orRefusal(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    const status = error instanceof TRPCError ? STATUS.get(error.code) : undefined
    if (!(error instanceof TRPCError) || status === undefined) throw error
    // A bad request without a cause is said by the procedure in words; with one, a contract says what is wrong in its own.
    if (error.code === 'BAD_REQUEST') return error.cause === undefined ? inWords(error.message, status) : badAddress()
    return inWords(SENTENCES[error.code] ?? error.message, status)
  }
}
