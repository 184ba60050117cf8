import { OwnParkedId, ParkedId } from '@lianxi/schema/views/parked'
import { serverCaller } from '@/server/caller'
import { fileAnswer, orRefusal } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

/** A parked message's payload, byte for byte: an administrator's, or with `zone` and `region` the region's own. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const asked = { ...(await params), ...Object.fromEntries(new URL(request.url).searchParams) }
  const [own, any] = [OwnParkedId.safeParse(asked), ParkedId.safeParse(asked)]
  return orRefusal(async () => {
    const { parked } = (await serverCaller()).office
    if (own.success) return answer(own.data.id, await parked.payload(own.data))
    if (any.success) return answer(any.data.id, await (await serverCaller()).admin.parked.payload(any.data))
    return new Response(null, { status: 400 })
  })
}

const answer = (id: string, { base64 }: { base64: string | null }): Response =>
  base64 === null
    ? new Response(null, { status: 404 })
    : fileAnswer(Buffer.from(base64, 'base64'), { name: `parked-${id}.bin`, type: 'application/octet-stream' })
