import { notFound } from 'next/navigation'
import { CalendarDate } from '@lianxi/schema/decimal'
import { YearListInput } from '@lianxi/schema/views/year-list'
import { inputOf, zonePage } from '@/features/shell/zone-page'
import { zoneTitle } from '@/features/shell/zone-title'
import { ListPage } from '@/features/year-list/list-page'
import { serverCaller } from '@/server/caller'
import { once } from '@/server/once'

/** The end of a day in Asia/Shanghai; a day that is none means now. */
const asOfDay = (on: string | undefined): string | null =>
  CalendarDate.safeParse(on).success ? `${on ?? ''}T15:59:59.999Z` : null

type Params = { code: string }

const read = once(async ({ zone, code, on }: Params & { zone: string; on: string | undefined }) =>
  (await serverCaller()).yearList.one(inputOf(YearListInput, { zone, list: code, asOf: asOfDay(on) })),
)

export const generateMetadata = zoneTitle<Params>('年度清单', async ({ zone, params: { code }, query: { on } }) => {
  const list = await read({ zone, code, on })
  return list?.name
})

export default zonePage(
  ({ code }: Params) => `/lists/${code}`,
  async ({ zone, params: { code }, query }) => {
    const list = await read({ zone, code, on: query['on'] })
    if (list === null) notFound()
    return <ListPage list={list} query={query} />
  },
)
