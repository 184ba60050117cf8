import Link from 'next/link'
import { Empty, PageHead } from '@/features/shell/page-head'

export default function NotFound() {
  return (
    <>
      <PageHead title="没有这个页面" />
      <Empty title="地址可能写错了，事项可能不在您可以查看的范围内。">
        请核对地址，或<Link href="/">回到首页</Link>。
      </Empty>
    </>
  )
}
