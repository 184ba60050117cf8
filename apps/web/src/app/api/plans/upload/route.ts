import { refusalOf } from '@lianxi/office-files/read-refusal'
import { refuse } from '@lianxi/domain/report/refusal'
import { UploadPlans } from '@lianxi/schema/commands/plan-import'
import type { DoneResult } from '@lianxi/schema/views/result'
import { serverCaller } from '@/server/caller'
import { findForgery } from '@/server/csrf'
import { getDeps } from '@/server/deps'
import { orRefusal } from '@/server/file-answer'
import { readBody } from '@/server/read-body'

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
