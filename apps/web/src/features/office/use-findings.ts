'use client'

import { useMemo, useState } from 'react'
import type { Finding } from '@lianxi/schema/views/result'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { checkEntry } from '@lianxi/domain/report/check'
import { type Answered, withAnswer } from '@/features/draft/answered'
import type { Working } from '@/features/draft/working'
import { useAfterPress } from '@/features/ui/use-after-press'
import type { FieldState } from './field'

/** The same checks as on the server, while somebody types; shown when he leaves the field or tries to submit. */
export function useFindings(form: OfficeForm, working: Working, giveReason: (code: string, reason: string) => void) {
  const [touched, setTouched] = useState<string[]>([])
  const [focused, setFocused] = useState<string>()
  const [attempted, setAttempted] = useState(false)
  const afterPress = useAfterPress()
  const [answered, setAnswered] = useState<Answered>()
  const { entry, correctionReason, reasons } = working
  const local = useMemo(
    () => checkEntry(entry, form.check, correctionReason === '' ? null : correctionReason),
    [entry, form.check, correctionReason],
  )
  const all = useMemo(() => withAnswer(local, answered), [local, answered])
  const errors = all.filter(({ level }) => level === 'error')
  const unanswered = all.filter(({ level, code }) => level === 'warning' && (reasons[code] ?? '').trim() === '')
  const seen = (finding: Finding) => {
    if (attempted || finding.field === null || touched.includes(finding.field)) return true
    return finding.level === 'warning' && finding.field !== focused
  }
  const state: FieldState = {
    findings: (field) => all.filter((finding) => finding.field === field && seen(finding)),
    reasons,
    unanswered: (code) => attempted && unanswered.some((finding) => finding.code === code),
    giveReason,
    enter: setFocused,
    leave: (field) =>
      afterPress(() => {
        setFocused((before) => (before === field ? undefined : before))
        setTouched((before) => (before.includes(field) ? before : [...before, field]))
      }),
  }
  return { state, errors, unanswered, all, attempt: () => setAttempted(true), setAnswered, answered }
}
