import { notFound } from 'next/navigation'
import { PublicInput, type PublicPage } from '@lianxi/schema/views/public'
import { readQuery, type SearchParams } from '@/features/session/search'
import { serverCaller } from '@/server/caller'
import { type Fixed, ItemsPage } from './items-page'

type Titled = { title: string; note?: string }
type Props = {
  zone: string
  path: string
  searchParams: SearchParams
  fixed?: Fixed
  /** Undefined: nothing public is there. */
  titled: (page: PublicPage) => Titled | undefined
}

/** One page of public items; what is not there or not public says so alike. */
export async function OpenItems({ zone, path, searchParams, fixed = {}, titled }: Props) {
  const query = await readQuery(searchParams)
  const input = PublicInput.safeParse({ ...query, ...fixed, zone })
  if (!input.success) notFound()
  const page = await (await serverCaller()).public.page(input.data)
  const said = page === null ? undefined : titled(page)
  if (page === null || said === undefined) notFound()
  return <ItemsPage {...said} {...{ page, path, query, fixed }} />
}
