import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { PlanImportInput, type PlanImportView } from '@lianxi/schema/views/plan-import'
import { serverCaller } from '@/server/caller'
import { badAddress, fileAnswer, orRefusal } from '@/server/file-answer'

export const dynamic = 'force-dynamic'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Everything that is wrong with an uploaded workbook, for whoever mends it beside the original. */
export async function GET(request: Request): Promise<Response> {
  const input = PlanImportInput.safeParse({ ...Object.fromEntries(new URL(request.url).searchParams), whole: true })
  if (!input.success) return badAddress()
  return orRefusal(async () => {
    const view = await (await serverCaller()).plan.import(input.data)
    if (view === null) return new Response(null, { status: 404 })
    return fileAnswer(await faultsWorkbook(view), { name: 'plan-import-faults.xlsx', type: XLSX })
  })
}

const faultsWorkbook = ({ fileName, faults }: PlanImportView): Promise<Buffer> =>
  writeWorkbook([
    {
      name: '错误和提示',
      title: `${fileName}：错误和提示`,
      columns: [
        { header: '级别', kind: 'text', width: 8 },
        { header: '工作表', kind: 'text', width: 16 },
        { header: '行', kind: 'integer', width: 8 },
        { header: '列', kind: 'text', width: 8 },
        { header: '说明', kind: 'text', width: 80 },
      ],
      rows: faults.map(({ level, sheet, row, column, message }) => [
        level === 'error' ? '错误' : '提示',
        ...[sheet, row, column, message],
      ]),
    },
  ])
