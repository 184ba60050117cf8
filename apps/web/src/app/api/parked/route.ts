import { OwnParkedFetch } from '@lianxi/schema/views/parked'
import { serverCaller } from '@/server/caller'
import { fileAnswer, orRefusal } from '@/server/file-answer'
import { parkedCsv } from '@/server/parked-csv'

export const dynamic = 'force-dynamic'

/**
 * A region's own parked messages for its engineers: JSON with every byte, a page at a time (`after`, `limit`), or the
 * same as CSV without the payloads. Who may is decided by the procedure.
 */
export async function GET(request: Request): Promise<Response> {
  const { format, ...asked } = Object.fromEntries(new URL(request.url).searchParams)
  const input = OwnParkedFetch.safeParse(asked)
  if (!input.success || (format !== undefined && format !== 'json' && format !== 'csv')) {
    return new Response(null, { status: 400 })
  }
  return orRefusal(async () => {
    const records = await (await serverCaller()).office.parked.fetch(input.data)
    const name = `parked-${input.data.region}`
    return format === 'csv'
      ? fileAnswer(parkedCsv(records.messages), { name: `${name}.csv`, type: 'text/csv; charset=utf-8' })
      : fileAnswer(JSON.stringify(records, null, 2), { name: `${name}.json`, type: 'application/json; charset=utf-8' })
  })
}
