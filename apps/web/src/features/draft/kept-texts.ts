'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { inBrowser, type Kept, subscribe } from './storage'

const PREFIX = 'lianxi:texts:'

function parse<Value>(text: string | null, value: z.ZodType<Value>): Record<string, Value> {
  if (text === null) return {}
  try {
    return z.record(z.string(), value).catch({}).parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/**
 * Something small by id, kept until it went out.
 * @param key of one person; each has values of one kind
 * @param value what one may be: what an older page kept otherwise is nothing
 */
export function useKeptValues<Value>(key: string, value: z.ZodType<Value>, kept: Kept) {
  const name = PREFIX + key
  const text = useSyncExternalStore(
    subscribe,
    () => kept.read(name),
    () => null,
  )
  const values = useMemo(() => parse(text, value), [text, value])
  const keep = (id: string, next: Value | null) => {
    const { [id]: _before, ...others } = parse(kept.read(name), value)
    const all = next === null ? others : { ...others, [id]: next }
    kept.write(name, Object.keys(all).length === 0 ? null : JSON.stringify(all))
  }
  return { values, keep }
}

const Text = z.string()

/** Short texts by id, kept in this browser until they went out: a closed tab or an ended login loses none. */
export function useKeptTexts(key: string) {
  const { values, keep } = useKeptValues(key, Text, inBrowser)
  return { texts: values, keep: (id: string, typed: string) => keep(id, typed === '' ? null : typed) }
}
