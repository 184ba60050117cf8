import type { Metadata } from 'next'
import { itemsHref } from '@/features/public/links'
import { OpenItems } from '@/features/public/open-items'
import type { SearchParams } from '@/features/session/search'

export const metadata: Metadata = { title: '公开事项' }

type Props = { params: Promise<{ zone: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const { zone } = await params
  const titled = (page: { zone: { name: string } }) => ({ title: `${page.zone.name}公开事项` })
  return <OpenItems {...{ zone, path: itemsHref(zone), searchParams, titled }} />
}
