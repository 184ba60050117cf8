'use client'

import { useEffect, useMemo } from 'react'
import type { Entry } from '@lianxi/schema/commands/entry'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { useLocalDraft } from '@/features/draft/local-draft'
import { changedDraft, draftKey, hasArrived, serverWorking, takenDraft, type Working } from '@/features/draft/working'

/** The working text of one report: every change is kept in the browser at once. */
export function useWorking(form: OfficeForm, userId: string) {
  const local = useLocalDraft(draftKey(userId, form))
  const { draft, drop, keep, now } = local
  const version = form.report?.version ?? 0
  const arrived = hasArrived(form, draft)
  const server = useMemo(() => serverWorking(form), [form])
  useEffect(() => {
    if (arrived) drop()
  }, [arrived, drop])
  const mine = arrived ? null : draft
  const working: Working = mine ?? server
  const change = (next: Partial<Working>) =>
    keep(changedDraft({ mine, working, version, at: new Date().toISOString() }, next))
  /** The server took what was sent as `taken`; what was typed since is kept as a change over it. */
  const saved = (sent: Entry, taken: number) =>
    keep(takenDraft({ now: now(), working, at: new Date().toISOString() }, sent, taken))
  /** Goes on with one's own words over somebody else's newer version. */
  const rebase = (onto: number) => {
    if (mine !== null) keep({ ...mine, base: onto })
  }
  return { working, change, saved, rebase, drop, mine, version: mine?.base ?? version, serverVersion: version }
}
