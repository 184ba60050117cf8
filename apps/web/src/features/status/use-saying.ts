'use client'

import { useState } from 'react'
import { useDeed } from '@/features/command/use-deed'

/** What is typed in one small form about a status, and its deed; a refusal keeps every letter. */
export function useSaying<Typed extends object>(start: Typed) {
  const deed = useDeed()
  const [typed, setTyped] = useState(start)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  return { deed, typed, change }
}

/** The cell a form speaks of. */
export type CellPlace = { zone: string; subject: string; region: string; period: string }
