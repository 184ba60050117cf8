'use client'

import { useState } from 'react'
import { type FormOf, useTypedFields, useTypedText } from '@/features/draft/typed-texts'
import { useDeed } from './use-deed'

/** `field`: the words of the form, which a reload or a faster other does not take. */
export type Worded<Field extends string> = FormOf & { field: Field }

/** What is typed in one small form, and its deed; a refusal keeps every letter. */
export function useTypedDeed<Typed extends object>(start: Typed) {
  const deed = useDeed()
  const [typed, setTyped] = useState(start)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  return { deed, typed, change }
}

/** The same of a form with a reason: its words stay until they went out, whatever becomes of the page. */
export function useWordedDeed<Field extends string, Typed extends Record<Field, string>>(
  start: Typed,
  { field, ...of }: Worded<Field>,
) {
  const { deed, typed, change } = useTypedDeed(start)
  const [text, keep] = useTypedText(of)
  const run: typeof deed.run = async (intention, call, done, to) => {
    const ok = await deed.run(intention, call, done, to)
    if (ok) keep('')
    return ok
  }
  const type = (part: Partial<Typed>) => {
    const words = part[field]
    if (words !== undefined) keep(words)
    change(part)
  }
  const now: Typed = { ...typed, [field]: text }
  return { deed: { ...deed, run, written: text !== '' }, typed: now, change: type }
}

/** The same of a form whose every field is kept so, choices and days among them. `drop`: it is not wanted any more. */
export function useKeptDeed<Fields extends Record<string, string>>(of: FormOf, start: Fields) {
  const plain = useDeed()
  const { typed, written, keep } = useTypedFields(of, start)
  const change = (part: Partial<Fields>) => keep({ ...typed, ...part })
  const run: typeof plain.run = async (intention, call, done, to) => {
    const ok = await plain.run(intention, call, done, to)
    if (ok) keep(null)
    return ok
  }
  return { deed: { ...plain, run, written }, typed, change, drop: () => keep(null) }
}
