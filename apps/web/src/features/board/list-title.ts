import type { FilterOptions } from '@lianxi/schema/views/lists'
import type { PeriodView } from '@lianxi/schema/views/common'
import type { Query } from '@/features/session/search'
import { listFilters } from './filter-words'

/** A list in a tab: of which period, and first to what it was narrowed, because a tab shows little. */
export const listTitle = (
  what: string,
  query: Query,
  { period, options }: { period: PeriodView; options: FilterOptions },
): string => [...listFilters(query, options), what, period.label].join(' · ')
