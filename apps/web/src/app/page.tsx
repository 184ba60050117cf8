import { redirect } from 'next/navigation'
import { homeOf } from '@/features/session/home'
import { getViewer } from '@/features/session/viewer'

export default async function Page() {
  redirect(homeOf(await getViewer('/')))
}
