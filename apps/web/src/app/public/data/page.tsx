import type { Metadata } from 'next'
import { DictionaryPage } from '@/features/public/dictionary-page'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '开放数据' }

export default async function Page() {
  return <DictionaryPage zones={await (await serverCaller()).public.zones()} />
}
