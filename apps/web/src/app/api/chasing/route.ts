import { ChasingInput } from '@lianxi/schema/views/chasing'
import { fileName } from '@/server/attachment'
import { serverCaller } from '@/server/caller'
import { chasingWorkbook } from '@/server/chasing-file'
import { badAddress, fileAnswer, orRefusal, XLSX } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

/** The 催报 list as Excel, to whom the page shows it and with what the page shows. */
export async function GET(request: Request): Promise<Response> {
  const input = ChasingInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!input.success) return badAddress()
  return orRefusal(async () => {
    const view = await (await serverCaller()).duty.chasing({ ...input.data, whole: true })
    const name = fileName([`${view.zone.name}催报`, view.period.label], 'xlsx')
    return fileAnswer(await chasingWorkbook(view), { name, type: XLSX })
  })
}
