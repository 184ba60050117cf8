import { address, type Query } from '@/features/session/search'

/** What the page shows, whole, as Excel: the same filters and the same moment. */
export function ExportLink({
  what,
  zone,
  query,
}: {
  what: 'overview' | 'targets' | 'projects' | 'changes' | 'cross-region'
  zone: string
  query: Query
}) {
  return (
    <a className="button" href={address(`/api/board/${what}/xlsx`, { ...query, zone, page: undefined })} download>
      导出 Excel
    </a>
  )
}
