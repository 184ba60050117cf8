import { MAX_FILE_BYTES } from '@lianxi/office-files/read-workbook'
import { refusalOf } from '@lianxi/office-files/read-refusal'
import { refuse } from '@lianxi/domain/report/refusal'
import { UploadPlans } from '@lianxi/schema/commands/plan-import'
import type { DoneResult } from '@lianxi/schema/views/result'
import { serverCaller } from '@/server/caller'
import { findForgery } from '@/server/csrf'
import { getDeps } from '@/server/deps'
import { orRefusal } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

/**
 * Takes an uploaded workbook: the file is the body, as `application/octet-stream`, which no form of another site can
 * send. Who may is decided by the procedure; what becomes of it is said in words, also when it is no workbook.
 */
export async function POST(request: Request): Promise<Response> {
  const forgery = findForgery(request, getDeps().env.PUBLIC_URL, 'application/octet-stream')
  if (forgery !== undefined) return new Response(null, { status: forgery === 'origin' ? 403 : 415 })
  const asked = new URL(request.url).searchParams
  const file = await readBody(request)
  if (file === undefined) return Response.json(tooLarge())
  const input = UploadPlans.safeParse({
    ...{ zone: asked.get('zone'), region: asked.get('region'), file },
    fileName: (asked.get('name') ?? '').slice(0, 200),
  })
  if (!input.success) return new Response(null, { status: 400 })
  return orRefusal(async () => Response.json(await (await serverCaller()).plan.upload(input.data)))
}

function tooLarge(): DoneResult {
  return { ok: false, refusal: { ...refuse('plan-import-unreadable'), message: refusalOf('too-large').sentence } }
}

/** The body as far as a workbook may be long; undefined: longer, and the rest is not waited for. */
async function readBody({ body, headers }: Request): Promise<Uint8Array | undefined> {
  if (Number(headers.get('content-length') ?? 0) > MAX_FILE_BYTES) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MAX_FILE_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
