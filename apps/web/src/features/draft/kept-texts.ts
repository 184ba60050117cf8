'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { readText, subscribe, writeText } from './storage'

const PREFIX = 'lianxi:texts:'
const Texts = z.record(z.string(), z.string())
type Texts = z.infer<typeof Texts>

function parse(text: string | null): Texts {
  if (text === null) return {}
  try {
    return Texts.catch({}).parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/** Short texts by id, kept in this browser until they went out: a closed tab or an ended login loses none. `key`: of one person. */
export function useKeptTexts(key: string) {
  const name = PREFIX + key
  const text = useSyncExternalStore(
    subscribe,
    () => readText(name),
    () => null,
  )
  const texts = useMemo(() => parse(text), [text])
  const keep = (id: string, typed: string) => {
    const { [id]: _before, ...others } = parse(readText(name))
    const next = typed === '' ? others : { ...others, [id]: typed }
    writeText(name, Object.keys(next).length === 0 ? null : JSON.stringify(next))
  }
  return { texts, keep }
}
