import Link from 'next/link'
import { PUBLIC } from '@/features/public/links'
import { Empty, PageHead } from '@/features/shell/page-head'

export default function NotFound() {
  return (
    <>
      <PageHead title="没有这项公开内容" />
      <Empty title="没有这个经济区、清单或地区，或者其中没有公开事项。">
        请核对地址，或从<Link href={PUBLIC}>公开信息</Link>重新查找。
      </Empty>
    </>
  )
}
