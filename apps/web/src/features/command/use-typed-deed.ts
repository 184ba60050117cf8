'use client'

import { useState } from 'react'
import { useDeed } from './use-deed'

/** What is typed in one small form, and its deed; a refusal keeps every letter. */
export function useTypedDeed<Typed extends object>(start: Typed) {
  const deed = useDeed()
  const [typed, setTyped] = useState(start)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  return { deed, typed, change }
}
