import { sourceOfAttachment } from '@lianxi/db/evidence/source'
import { OneEvidence } from '@lianxi/schema/commands/evidence'
import { serverCaller } from '@/server/caller'
import { getDeps } from '@/server/deps'
import { rangedAnswer } from '@/server/evidence-answer'
import { orRefusal } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

/** A file of evidence, to keep and never to be shown by the browser; in ranges where they are asked for. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const asked = OneEvidence.safeParse({ ...(await params), ...Object.fromEntries(new URL(request.url).searchParams) })
  if (!asked.success) return new Response(null, { status: 400 })
  return orRefusal(async () => {
    const found = await (await serverCaller()).evidence.one(asked.data)
    if (found === null) return new Response(null, { status: 404 })
    return rangedAnswer(sourceOfAttachment(getDeps().prisma, found), found, request.headers)
  })
}
