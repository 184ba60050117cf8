'use client'

import { useState } from 'react'
import type { CrossRegionDeed } from '@lianxi/schema/commands/cross-region'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'

export type Project = { zone: string; subject: string }

/** What is typed in one form about a project's parts, and its deed; a refusal keeps every letter. */
export function useCrossing<Typed extends object>({ zone, subject }: Project, start: Typed) {
  const deed = useDeed()
  const [typed, setTyped] = useState(start)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const say = (said: CrossRegionDeed, done: string) => {
    const command = { zone, subject, deed: said }
    return deed.run(command, (idempotencyKey) => api.crossRegion.say.mutate({ ...command, idempotencyKey }), done)
  }
  return { deed, typed, change, say }
}
