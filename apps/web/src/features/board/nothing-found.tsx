import type { Query } from '@/features/session/search'
import { Empty } from '@/features/shell/page-head'
import { type Offered, unseenOf } from './unseen'

type Props = {
  query: Query
  options: Offered
  title: string
  children: React.ReactNode
}

/** An empty list; where the address asks for a place the viewer does not see, it says that and not that nothing is there. */
export function NothingFound({ query, options, title, children }: Props) {
  const unseen = unseenOf(query, options)
  if (unseen === null) return <Empty title={title}>{children}</Empty>
  return (
    <Empty title={`地址中的${unseen}不在您可以查看的范围内，或本经济区没有它。`}>
      请在筛选条件中重新选择，或点“清除”查看您可以查看的全部内容。
    </Empty>
  )
}
