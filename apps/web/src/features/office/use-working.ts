'use client'

import { useEffect, useMemo } from 'react'
import type { Entry } from '@lianxi/schema/commands/entry'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { type LocalDraft, useLocalDraft } from '@/features/draft/local-draft'

/** What the form shows and sends: the local text if there is any, else what the server has, else the prefill. */
export type Working = Pick<LocalDraft, 'entry' | 'correctionReason' | 'reasons'>

function serverWorking(form: OfficeForm): Working {
  const { report } = form
  return {
    entry: report?.entry ?? form.prefill,
    correctionReason: report?.correctionReason ?? '',
    reasons: Object.fromEntries((report?.warningReasons ?? []).map(({ code, reason }) => [code, reason])),
  }
}

/** The working text of one report: every change is kept in the browser at once. */
export function useWorking(form: OfficeForm, userId: string) {
  const local = useLocalDraft([userId, form.zone, form.subject, form.region, form.period].join(':'))
  const { draft, drop, keep, now } = local
  const version = form.report?.version ?? 0
  const arrived = draft !== null && draft.saved && version >= draft.base
  const server = useMemo(() => serverWorking(form), [form])
  useEffect(() => {
    if (arrived) drop()
  }, [arrived, drop])
  const mine = arrived ? null : draft
  const working: Working = mine ?? server
  const change = (next: Partial<Working>) => {
    const { entry, correctionReason, reasons } = { ...working, ...next }
    keep({ base: mine?.base ?? version, saved: false, at: new Date().toISOString(), entry, correctionReason, reasons })
  }
  /** The server took what was sent as `taken`; what was typed since is kept as a change over it. */
  const saved = (sent: Entry, taken: number) => {
    const kept = now()
    const same = kept === null || JSON.stringify(kept.entry) === JSON.stringify(sent)
    const base = kept ?? { ...working, at: new Date().toISOString() }
    keep({
      entry: base.entry,
      correctionReason: base.correctionReason,
      reasons: base.reasons,
      at: base.at,
      base: taken,
      saved: same,
    })
  }
  /** Goes on with one's own words over somebody else's newer version. */
  const rebase = (onto: number) => {
    if (mine !== null) keep({ ...mine, base: onto })
  }
  return { working, change, saved, rebase, drop, mine, version: mine?.base ?? version, serverVersion: version }
}
