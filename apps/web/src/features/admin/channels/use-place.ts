'use client'

import { useState } from 'react'
import type { z } from 'zod'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { useDeed } from '@/features/command/use-deed'
import { useRedrawWhile } from '@/features/live/redraw'

/**
 * A form that lists a new place: the contract's own sentences before it is sent, the refusal's afterwards, and the page
 * drawn anew until the place has come back from the stream.
 */
export function usePlace<Typed extends object>(contract: z.ZodType, empty: Typed, known: readonly string[]) {
  const [typed, setTyped] = useState(empty)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [added, setAdded] = useState<string>()
  const deed = useDeed()
  useRedrawWhile(added !== undefined && !known.includes(added))
  const send = async (input: { code: string }, call: (key: string) => Promise<DoneResult>, done: string) => {
    const parsed = contract.safeParse(input)
    const issues = parsed.success ? [] : parsed.error.issues
    setFaults(Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])))
    if (!parsed.success) return
    if (!(await deed.run(input, call, done))) return
    setTyped(empty)
    setAdded(input.code)
  }
  return { typed, change: (part: Partial<Typed>) => setTyped({ ...typed, ...part }), faults, deed, send }
}
