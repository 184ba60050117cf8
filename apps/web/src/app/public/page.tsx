import type { Metadata } from 'next'
import { ZonesPage } from '@/features/public/zones-page'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '公开信息' }

export default async function Page() {
  return <ZonesPage zones={await (await serverCaller()).public.zones()} />
}
