import { ReportSheetInput } from '@lianxi/schema/commands/report-sheet'
import { serverCaller } from '@/server/caller'
import { badAddress, fileAnswer, orRefusal, XLSX } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

/** A body's 报送表 for a period: what goes out comes in again. */
export async function GET(request: Request): Promise<Response> {
  const input = ReportSheetInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!input.success) return badAddress()
  return orRefusal(async () => {
    const { name, file } = await (await serverCaller()).office.sheet.template(input.data)
    return fileAnswer(Buffer.from(file), { name, type: XLSX })
  })
}
