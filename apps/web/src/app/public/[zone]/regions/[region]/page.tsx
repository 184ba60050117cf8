import type { Metadata } from 'next'
import type { PublicPage } from '@lianxi/schema/views/public'
import { regionHref } from '@/features/public/links'
import { OpenItems } from '@/features/public/open-items'
import type { SearchParams } from '@/features/session/search'

export const metadata: Metadata = { title: '公开事项' }

type Props = { params: Promise<{ zone: string; region: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const { zone, region } = await params
  const titled = ({ regions }: PublicPage) => {
    const found = regions.find(({ code }) => code === region)
    return found && { title: `${found.name}公开事项` }
  }
  return <OpenItems {...{ zone, path: regionHref(zone, region), searchParams, fixed: { region }, titled }} />
}
