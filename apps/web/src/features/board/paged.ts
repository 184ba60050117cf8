import type { Query } from '@/features/session/search'

/** The page of a whole list that the address asks for, the first where it asks for none; `pager`: what `Pager` is told. */
export function paged<Item>(items: readonly Item[], query: Query, pageSize: number) {
  const page = Math.max(1, Math.trunc(Number(query['page'] ?? 1)) || 1)
  const shown = items.slice((page - 1) * pageSize, page * pageSize)
  return { shown, pager: { total: items.length, page, pageSize } }
}
