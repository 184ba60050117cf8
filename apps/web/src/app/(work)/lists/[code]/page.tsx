import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CalendarDate } from '@lianxi/schema/decimal'
import { YearListInput } from '@lianxi/schema/views/year-list'
import { inputOf, zonePage } from '@/features/shell/zone-page'
import { ListPage } from '@/features/year-list/list-page'

export const metadata: Metadata = { title: '年度清单' }

/** The end of a day in Asia/Shanghai; a day that is none means now. */
const asOfDay = (on: string | undefined): string | null =>
  CalendarDate.safeParse(on).success ? `${on ?? ''}T15:59:59.999Z` : null

export default zonePage(
  ({ code }: { code: string }) => `/lists/${code}`,
  async ({ zone, params: { code }, query, api }) => {
    const list = await api.yearList.one(inputOf(YearListInput, { zone, list: code, asOf: asOfDay(query['on']) }))
    if (list === null) notFound()
    return <ListPage list={list} query={query} />
  },
)
