import { readQuery } from '@/features/session/search'
import { boardFile } from '@/server/board-export'
import { serverCaller } from '@/server/caller'
import { badAddress, orRefusal, streamAnswer, XLSX } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ what: string }> }

/** What a page of the board shows, whole, as Excel: same filters, same moment, by the page's own procedure. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const [{ what }, query] = await Promise.all([
    params,
    readQuery(Promise.resolve(Object.fromEntries(new URL(request.url).searchParams))),
  ])
  return orRefusal(async () => {
    const file = await boardFile(await serverCaller(), what, query)
    if (file === undefined) return badAddress()
    return streamAnswer(file.body, { name: file.name, type: XLSX })
  })
}
