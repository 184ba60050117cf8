'use client'

import type { PartnerDeed } from '@lianxi/schema/commands/partner'
import { useTypedDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'

/** `zone`: for which somebody speaks; `ofZone`: whose project it is. */
export type Shared = { zone: string; ofZone: string; subject: string }

/** What is typed in one form about a partner, and its deed; a refusal keeps every letter. */
export function usePartner<Typed extends object>({ zone, ofZone, subject }: Shared, start: Typed) {
  const { deed, typed, change } = useTypedDeed(start)
  const say = (said: PartnerDeed, done: string) => {
    const command = { zone, ofZone, subject, deed: said }
    return deed.run(command, (idempotencyKey) => api.partner.say.mutate({ ...command, idempotencyKey }), done)
  }
  return { deed, typed, change, say }
}
