'use client'

import type { CrossRegionDeed } from '@lianxi/schema/commands/cross-region'
import { useTypedDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'

export type Project = { zone: string; subject: string }

/** What is typed in one form about a project's parts, and its deed; a refusal keeps every letter. */
export function useCrossing<Typed extends object>({ zone, subject }: Project, start: Typed) {
  const { deed, typed, change } = useTypedDeed(start)
  const say = (said: CrossRegionDeed, done: string) => {
    const command = { zone, subject, deed: said }
    return deed.run(command, (idempotencyKey) => api.crossRegion.say.mutate({ ...command, idempotencyKey }), done)
  }
  return { deed, typed, change, say }
}
