import { refusalOf } from '@lianxi/office-files/read-refusal'
import { refuse } from '@lianxi/domain/report/refusal'
import { UploadReportSheet } from '@lianxi/schema/commands/report-sheet'
import type { DoneResult } from '@lianxi/schema/views/result'
import { serverCaller } from '@/server/caller'
import { findForgery } from '@/server/csrf'
import { getDeps } from '@/server/deps'
import { orRefusal } from '@/server/file-answer'
import { readBody } from '@/server/read-body'

export const dynamic = 'force-dynamic'

/** Takes a 报送表 back: the file is the body, as `application/octet-stream`, which no form of another site can send. */
export async function POST(request: Request): Promise<Response> {
  const forgery = findForgery(request, getDeps().env.PUBLIC_URL, 'application/octet-stream')
  if (forgery !== undefined) return new Response(null, { status: forgery === 'origin' ? 403 : 415 })
  const { name = '', ...asked } = Object.fromEntries(new URL(request.url).searchParams)
  const file = await readBody(request)
  if (file === undefined) return Response.json(tooLarge())
  const input = UploadReportSheet.safeParse({ ...asked, fileName: name.slice(0, 200), file })
  if (!input.success) return new Response(null, { status: 400 })
  return orRefusal(async () => Response.json(await (await serverCaller()).office.sheet.upload(input.data)))
}

function tooLarge(): DoneResult {
  return { ok: false, refusal: { ...refuse('report-sheet-unreadable'), message: refusalOf('too-large').sentence } }
}
