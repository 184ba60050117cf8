import { PlanTablesInput } from '@lianxi/schema/views/plan-import'
import { serverCaller } from '@/server/caller'
import { badAddress, fileAnswer, orRefusal, XLSX } from '@/server/file-answer'
import { planWorkbook } from '@/server/plan-workbook'

export const dynamic = 'force-dynamic'

/** The template for plans, empty or with a plan in it: what goes out comes in again. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const input = PlanTablesInput.safeParse({ zone: asked.get('zone'), plan: asked.get('plan') })
  if (!input.success) return badAddress()
  return orRefusal(async () => {
    const tables = await (await serverCaller()).plan.tables(input.data)
    return fileAnswer(await planWorkbook(tables), { name: `plans-${input.data.plan ?? 'template'}.xlsx`, type: XLSX })
  })
}
