import { ChasingInput } from '@lianxi/schema/views/chasing'
import { serverCaller } from '@/server/caller'
import { chasingWorkbook } from '@/server/chasing-file'
import { badAddress, fileAnswer, orRefusal } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

/** The 催报 list as Excel, to whom the page shows it and with what the page shows. */
export async function GET(request: Request): Promise<Response> {
  const input = ChasingInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!input.success) return badAddress()
  return orRefusal(async () => {
    const view = await (await serverCaller()).duty.chasing({ ...input.data, whole: true })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return fileAnswer(await chasingWorkbook(view), { name: `chasing-${view.period.period}.xlsx`, type })
  })
}
