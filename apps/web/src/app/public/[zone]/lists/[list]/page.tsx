import type { Metadata } from 'next'
import type { PublicPage } from '@lianxi/schema/views/public'
import { listHref } from '@/features/public/links'
import { OpenItems } from '@/features/public/open-items'
import type { SearchParams } from '@/features/session/search'

export const metadata: Metadata = { title: '公开清单' }

type Props = { params: Promise<{ zone: string; list: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const { zone, list } = await params
  const titled = ({ lists }: PublicPage) => {
    const found = lists.find(({ code }) => code === list)
    return found && { title: found.name, note: `${found.adoptedOn} 下达，依据：${found.adoptedBy}` }
  }
  return <OpenItems {...{ zone, path: listHref(zone, list), searchParams, fixed: { list }, titled }} />
}
