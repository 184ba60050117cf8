import type { Metadata } from 'next'

/** The only pages that search engines may list. */
export const metadata: Metadata = {
  description: '经济区联席会议已下达清单中的公开事项和已经发布的数据',
  robots: { index: true, follow: true },
}

export default function Layout({ children }: { children: React.ReactNode }) {
  return <div data-paper="a4">{children}</div>
}
