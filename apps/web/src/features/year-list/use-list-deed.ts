'use client'

import type { YearListView } from '@lianxi/schema/views/year-list'
import { useDeed } from '@/features/command/use-deed'

/** A deed on one list: every command carries the list it is about. */
export function useListDeed(list: Pick<YearListView, 'zone' | 'code'>) {
  const deed = useDeed()
  const on = { zone: list.zone.code, list: list.code }
  return { deed, on }
}
