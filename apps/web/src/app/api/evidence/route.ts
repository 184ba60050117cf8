import { ReportKey } from '@lianxi/schema/commands/report'
import { EVIDENCE_BYTES } from '@lianxi/schema/evidence-limits'
import { refuse } from '@lianxi/domain/report/refusal'
import { serverCaller } from '@/server/caller'
import { findForgery } from '@/server/csrf'
import { getDeps } from '@/server/deps'
import { orRefusal } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

/** Takes a file of evidence: it is the body, handed on while it arrives. What becomes of it is said in words. */
export async function POST(request: Request): Promise<Response> {
  const forgery = findForgery(request, getDeps().env.PUBLIC_URL, 'application/octet-stream')
  if (forgery !== undefined) return new Response(null, { status: forgery === 'origin' ? 403 : 415 })
  const { name = '', ...asked } = Object.fromEntries(new URL(request.url).searchParams)
  const key = ReportKey.safeParse(asked)
  if (!key.success || name === '') return new Response(null, { status: 400 })
  if (Number(request.headers.get('content-length') ?? 0) > EVIDENCE_BYTES)
    return Response.json({ ok: false, refusal: refuse('evidence-too-large') })
  const input = { ...key.data, fileName: name.slice(-200), file: request.body ?? new Blob([]).stream() }
  return orRefusal(async () => Response.json(await (await serverCaller()).evidence.upload(input)))
}
