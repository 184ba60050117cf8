'use client'

import type { YearListView } from '@lianxi/schema/views/year-list'
import { useDeed } from '@/features/command/use-deed'
import { useKeptDeed } from '@/features/command/use-typed-deed'
import type { FormOf } from '@/features/draft/typed-texts'

type Of = Pick<YearListView, 'zone' | 'code'>
const onList = (list: Of) => ({ zone: list.zone.code, list: list.code })

/** A deed on one list: every command carries the list it is about. */
export function useListDeed(list: Of) {
  const deed = useDeed()
  return { deed, on: onList(list) }
}

/** The same with a form whose fields stay until they went out. */
export function useKeptListDeed<Fields extends Record<string, string>>(list: Of, of: FormOf, start: Fields) {
  return { ...useKeptDeed(of, start), on: onList(list) }
}
