import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ZoneCode } from '@lianxi/schema/codes'
import { PublicZonePage } from '@/features/public/zone-page'
import { readQuery, type SearchParams } from '@/features/session/search'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '公开信息' }

type Props = { params: Promise<{ zone: string }>; searchParams: SearchParams }

export default async function Page({ params, searchParams }: Props) {
  const code = ZoneCode.safeParse((await params).zone)
  if (!code.success) notFound()
  const zone = await (await serverCaller()).public.zone({ zone: code.data })
  if (zone === null) notFound()
  return <PublicZonePage zone={zone} query={await readQuery(searchParams)} />
}
