'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { isText, useKeptValues } from './kept-texts'
import { usePerson } from './person'
import { inTab } from './storage'

/** A form by its title, and what it speaks of: one page may have the same form for several things. */
export type FormOf = { form: string; of: string }

const idOf = ({ form, of }: FormOf): string => `${form}\n${of}`

/** The forms that stand on the page now; replaced, never changed, so that a reader sees that it is another. */
let standing: ReadonlyMap<string, number> = new Map()
const NOBODY: typeof standing = new Map()
const listeners = new Set<() => void>()
const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
function count(id: string, more: 1 | -1): void {
  const others = [...standing].filter(([known]) => known !== id)
  const now = (standing.get(id) ?? 0) + more
  standing = new Map(now > 0 ? [...others, [id, now]] : others)
  listeners.forEach((listener) => listener())
}

/**
 * `search`: under which address it was typed: chosen otherwise, a list may well not have its form. `fields`: of a form of
 * several, what was changed in each; `text` is all of it then, to be read.
 */
type Typed = { search: string; text: string; fields?: Record<string, string> }
const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' &&
  value !== null &&
  'search' in value &&
  'text' in value &&
  isText(value.search) &&
  isText(value.text) &&
  (!('fields' in value) || areTexts(value.fields))

const areTexts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText)

/** What was typed on this page by this person and has not gone out. */
const usePage = () => useKeptValues(`${usePerson()} ${usePathname()}`, isTyped, inTab)

/** Says that a form stands on this page, also while it is still being fetched. */
export function useStanding(of: FormOf): void {
  const id = idOf(of)
  useEffect(() => {
    count(id, 1)
    return () => count(id, -1)
  }, [id])
}

/**
 * The words of one form, kept as long as the tab is open: a reload does not take them, nor a page that is drawn anew
 * without the form because somebody else was faster. With '' they are forgotten.
 */
export function useTypedText(of: FormOf): [text: string, keep: (text: string) => void] {
  const id = idOf(of)
  const { values, keep } = usePage()
  useStanding(of)
  const type = (text: string) => keep(id, text === '' ? null : { search: searchOf(window.location.search), text })
  return [values[id]?.text ?? '', type]
}

/** What is no longer as the form began. */
export const changedOf = (fields: Record<string, string>, start: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name, text]) => text !== start[name]))

/**
 * The same of a form of several fields, its choices among them: a note beside another choice would be another note. What
 * nobody changed is as the page says it. With null all is forgotten.
 */
export function useTypedFields<Fields extends Record<string, string>>(
  of: FormOf,
  start: Fields,
): { typed: Fields; written: boolean; keep: (fields: Fields | null) => void } {
  const id = idOf(of)
  const { values, keep } = usePage()
  useStanding(of)
  const kept = values[id]?.fields
  const type = (fields: Fields | null) => {
    const changed = fields === null ? {} : changedOf(fields, start)
    const text = Object.values(changed).filter(Boolean).join('\n')
    const nothing = Object.keys(changed).length === 0
    keep(id, nothing ? null : { search: searchOf(window.location.search), text, fields: changed })
  }
  return { typed: { ...start, ...kept }, written: kept !== undefined, keep: type }
}

const searchOf = (search: string): string => new URLSearchParams(search).toString()

export type LeftText = { id: string; form: string; text: string }

/** What was typed under this address in forms that are there no more. */
export const leftOf = (
  typed: Readonly<Record<string, Typed>>,
  search: string,
  forms: ReadonlyMap<string, number>,
): LeftText[] =>
  Object.entries(typed).flatMap(([id, one]) =>
    forms.has(id) || one.search !== search || one.text === ''
      ? []
      : [{ id, form: id.slice(0, id.indexOf('\n')), text: one.text }],
  )

export function useLeftTexts() {
  const { values, keep } = usePage()
  const search = useSearchParams().toString()
  const forms = useSyncExternalStore(
    listen,
    () => standing,
    () => NOBODY,
  )
  return { left: leftOf(values, search, forms), drop: (id: string) => keep(id, null) }
}
