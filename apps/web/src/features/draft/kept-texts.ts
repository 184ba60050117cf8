'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { inBrowser, type Kept, subscribe } from './storage'

const PREFIX = 'lianxi:texts:'

/** Every page has these, the board too: a schema's library would be a fifth of what it loads. */
type Is<Value> = (value: unknown) => value is Value

export const isText = (value: unknown): value is string => typeof value === 'string'

function parse<Value>(text: string | null, is: Is<Value>): Record<string, Value> {
  if (text === null) return {}
  try {
    const all: unknown = JSON.parse(text)
    const kept: Record<string, Value> = {}
    if (typeof all !== 'object' || all === null) return kept
    for (const [id, one] of Object.entries<unknown>({ ...all })) if (is(one)) kept[id] = one
    return kept
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/**
 * Something small by id, kept until it went out.
 * @param key of one person; each has values of one kind
 * @param is what one may be: what an older page kept otherwise is nothing
 */
export function useKeptValues<Value>(key: string, is: Is<Value>, kept: Kept) {
  const name = PREFIX + key
  const text = useSyncExternalStore(
    subscribe,
    () => kept.read(name),
    () => null,
  )
  const values = useMemo(() => parse(text, is), [text, is])
  const keep = (id: string, next: Value | null) => {
    const { [id]: _before, ...others } = parse(kept.read(name), is)
    const all = next === null ? others : { ...others, [id]: next }
    kept.write(name, Object.keys(all).length === 0 ? null : JSON.stringify(all))
  }
  return { values, keep }
}

/** Short texts by id, kept in this browser until they went out: a closed tab or an ended login loses none. */
export function useKeptTexts(key: string) {
  const { values, keep } = useKeptValues(key, isText, inBrowser)
  return { texts: values, keep: (id: string, typed: string) => keep(id, typed === '' ? null : typed) }
}
