import type { Metadata, Viewport } from 'next'
import { getSession } from '@/features/session/viewer'
import { Shell } from '@/features/shell/shell'
import './globals.css'

export const metadata: Metadata = {
  title: { default: '联席', template: '%s · 联席' },
  description: '经济区联席会议目标与项目进展填报、审核与总览',
  robots: { index: false, follow: false },
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const session = await getSession()
  return (
    <html lang="zh-CN">
      <body>
        <Shell session={session}>{children}</Shell>
      </body>
    </html>
  )
}
