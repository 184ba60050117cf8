import { UploadPlans } from '@lianxi/schema/commands/plan-import'
import { serverCaller } from '@/server/caller'
import { takeWorkbook } from '@/server/take-workbook'

export const dynamic = 'force-dynamic'

/** Takes a workbook of plans. */
export const POST = (request: Request): Promise<Response> =>
  takeWorkbook(request, {
    input: UploadPlans,
    about: (asked) => ({ zone: asked.get('zone'), region: asked.get('region') }),
    unreadable: 'plan-import-unreadable',
    upload: async (input) => (await serverCaller()).plan.upload(input),
  })
