'use client'

import type { PartnerDeed } from '@lianxi/schema/commands/partner'
import { useTypedDeed, useWordedDeed, type Worded } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'

/** `zone`: for which somebody speaks; `ofZone`: whose project it is. */
export type Shared = { zone: string; ofZone: string; subject: string }

/** What is typed in one form about a partner, and its deed; a refusal keeps every letter. */
export function usePartner<Typed extends object>(shared: Shared, start: Typed) {
  const form = useTypedDeed(start)
  return { ...form, say: sayer(shared, form) }
}

/** The same of a form with a reason, whose words stay whatever becomes of the page. */
export function useWordedPartner<Field extends string, Typed extends Record<Field, string>>(
  shared: Shared,
  start: Typed,
  words: Worded<Field>,
) {
  const form = useWordedDeed(start, words)
  return { ...form, say: sayer(shared, form) }
}

const sayer =
  ({ zone, ofZone, subject }: Shared, { deed }: Pick<ReturnType<typeof useTypedDeed>, 'deed'>) =>
  (said: PartnerDeed, done: string): Promise<boolean> => {
    const command = { zone, ofZone, subject, deed: said }
    return deed.run(command, (idempotencyKey) => api.partner.say.mutate({ ...command, idempotencyKey }), done)
  }
