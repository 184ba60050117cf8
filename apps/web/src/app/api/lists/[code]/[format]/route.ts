import { YearListInput } from '@lianxi/schema/views/year-list'
import { minuteOf } from '@/features/ui/format'
import { fileName } from '@/server/attachment'
import { serverCaller } from '@/server/caller'
import { badAddress, fileAnswer, orRefusal, XLSX } from '@/server/file-answer'
import { listDocument, listWorkbook } from '@/server/list-file'

export const dynamic = 'force-dynamic'

const FORMATS = {
  xlsx: { write: listWorkbook, type: XLSX },
  docx: { write: listDocument, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
} as const
const isFormat = (format: string): format is keyof typeof FORMATS => Object.hasOwn(FORMATS, format)

type Props = { params: Promise<{ code: string; format: string }> }

/** The list as Excel or Word, to whom the page shows it and with what the page shows: by the same procedure. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { code, format } = await params
  const asked = { list: code, ...Object.fromEntries(new URL(request.url).searchParams) }
  const input = YearListInput.safeParse(asked)
  if (!input.success || !isFormat(format)) return badAddress()
  const { write, type } = FORMATS[format]
  return orRefusal(async () => {
    const list = await (await serverCaller()).yearList.one(input.data)
    if (list === null) return new Response(null, { status: 404 })
    const name = fileName([list.name, list.asOf === null ? undefined : `口径 ${minuteOf(list.asOf)}`], format)
    return fileAnswer(await write(list), { name, type })
  })
}
