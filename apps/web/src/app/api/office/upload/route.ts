import { UploadReportSheet } from '@lianxi/schema/commands/report-sheet'
import { serverCaller } from '@/server/caller'
import { takeWorkbook } from '@/server/take-workbook'

export const dynamic = 'force-dynamic'

/** Takes a 报送表 back. */
export const POST = (request: Request): Promise<Response> =>
  takeWorkbook(request, {
    input: UploadReportSheet,
    about: (asked) => {
      const { name: _name, ...about } = Object.fromEntries(asked)
      return about
    },
    unreadable: 'report-sheet-unreadable',
    upload: async (input) => (await serverCaller()).office.sheet.upload(input),
  })
