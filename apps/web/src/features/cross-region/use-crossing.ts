'use client'

import type { CrossRegionDeed } from '@lianxi/schema/commands/cross-region'
import { useTypedDeed, useWordedDeed, type Worded } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'

export type Project = { zone: string; subject: string }

/** What is typed in one form about a project's parts, and its deed; a refusal keeps every letter. */
export function useCrossing<Typed extends object>(project: Project, start: Typed) {
  const form = useTypedDeed(start)
  return { ...form, say: sayer(project, form) }
}

/** The same of a form with a reason, whose words stay whatever becomes of the page. */
export function useWordedCrossing<Field extends string, Typed extends Record<Field, string>>(
  project: Project,
  start: Typed,
  words: Worded<Field>,
) {
  const form = useWordedDeed(start, words)
  return { ...form, say: sayer(project, form) }
}

const sayer =
  ({ zone, subject }: Project, { deed }: Pick<ReturnType<typeof useTypedDeed>, 'deed'>) =>
  (said: CrossRegionDeed, done: string): Promise<boolean> => {
    const command = { zone, subject, deed: said }
    return deed.run(command, (idempotencyKey) => api.crossRegion.say.mutate({ ...command, idempotencyKey }), done)
  }
