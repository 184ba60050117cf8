import { ReportSheetViewInput } from '@lianxi/schema/views/report-sheet'
import { serverCaller } from '@/server/caller'
import { badAddress, fileAnswer, orRefusal, XLSX } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string }> }

/** The rows of an upload that could not be taken, with remarks on their cells. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const asked = { ...Object.fromEntries(new URL(request.url).searchParams), id: (await params).id }
  const input = ReportSheetViewInput.safeParse(asked)
  if (!input.success) return badAddress()
  return orRefusal(async () => {
    const marked = await (await serverCaller()).office.sheet.marked(input.data)
    if (marked === null) return new Response(null, { status: 404 })
    return fileAnswer(Buffer.from(marked.file), { name: marked.name, type: XLSX })
  })
}
