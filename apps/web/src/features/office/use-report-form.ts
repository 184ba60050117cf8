'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { OfficeForm } from '@lianxi/schema/views/office'
import type { ReportResult } from '@lianxi/schema/views/result'
import { useCommand } from '@/features/command/use-command'
import { type Other, otherOf, type Working, writtenOf } from '@/features/draft/working'
import { api } from '@/features/live/client'
import { useFindings } from './use-findings'
import { useWorking } from './use-working'

export type Deed = 'draft' | 'submit'

const DONE = { draft: '草稿已存', submit: '已提交审核' } satisfies Record<Deed, string>

function command(form: OfficeForm, working: Working, expectedVersion: number, idempotencyKey: string, codes: string[]) {
  const { zone, subject, region, period } = form
  return { zone, subject, region, period, idempotencyKey, expectedVersion, ...writtenOf(working, codes) }
}

/** Everything the form does: keep, check, save, submit, and say what came of it. */
export function useReportForm(form: OfficeForm, userId: string) {
  const router = useRouter()
  const work = useWorking(form, userId)
  const { working } = work
  const findings = useFindings(form, working, (code, reason) =>
    work.change({ reasons: { ...working.reasons, [code]: reason } }),
  )
  const { busy, trouble, send } = useCommand({ kept: true })
  const [told, setTold] = useState<Other>()
  const [done, setDone] = useState<{ deed: Deed; at: string }>()
  const [last, setLast] = useState<Deed>('draft')
  const other = work.mine === null ? undefined : otherOf(form, work.version, told)

  const settle = (deed: Deed, sent: Working, result: ReportResult) => {
    if (result.ok) {
      findings.setAnswered(undefined)
      work.saved(sent.entry, result.report.version)
      setDone({ deed, at: new Date().toISOString() })
      router.refresh()
      return true
    }
    findings.setAnswered({ refusal: result.refusal, findings: result.findings })
    if (result.conflict !== null) {
      work.change({})
      setTold(result.conflict)
      router.refresh()
    }
    return false
  }
  const run = async (deed: Deed): Promise<boolean> => {
    setLast(deed)
    setDone(undefined)
    if (deed === 'submit') findings.attempt()
    if (deed === 'submit' && (findings.errors.length > 0 || findings.unanswered.length > 0)) return false
    const sent = working
    const codes = findings.all.filter(({ level }) => level === 'warning').map(({ code }) => code)
    const call = deed === 'draft' ? api.report.saveDraft : api.report.submit
    const result = await send({ deed, sent, version: work.version }, (key) =>
      call.mutate(command(form, sent, work.version, key, codes)),
    )
    return result === undefined ? false : settle(deed, sent, result)
  }
  return {
    ...work,
    findings,
    busy,
    trouble,
    run,
    other,
    last,
    said: done === undefined ? undefined : { ...done, word: DONE[done.deed] },
  }
}
