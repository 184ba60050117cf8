'use client'

import { usePathname } from 'next/navigation'
import { isText, useKeptValues } from '@/features/draft/kept-texts'
import { usePerson } from '@/features/draft/person'
import { inTab } from '@/features/draft/storage'
import { stillListed } from './vanished'

const isTicks = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

/**
 * Which rows of a list are ticked, kept as long as the tab is open: who looks at an item comes back to his ticks.
 * @param view what the list shows: its zone, and what it is narrowed to
 */
export function useTicks(view: string, listed: readonly string[]) {
  const { values, keep } = useKeptValues(`${usePerson()} ${usePathname()} ticks`, isTicks, inTab)
  const picked = stillListed(values[view] ?? [], listed)
  const put = (ids: string[]) => keep(view, ids.length === 0 ? null : ids)
  const pick = (id: string, on: boolean) => {
    const others = picked.filter((other) => other !== id)
    put(on ? [...others, id] : others)
  }
  return { picked, pick, put }
}
