'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Finding, Refusal } from '@lianxi/schema/views/result'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { checkEntry } from '@lianxi/domain/report/check'
import type { FieldState } from './field'
import type { Working } from './use-working'

type Answered = { refusal: Refusal; findings: Finding[] }

function merged(local: Finding[], answered: Answered | undefined): Finding[] {
  if (answered === undefined) return local
  const { refusal } = answered
  const refused: Finding[] =
    refusal.field === null
      ? []
      : [{ level: 'error', code: refusal.code, field: refusal.field, message: refusal.message }]
  const known = (finding: Finding) => local.some(({ code, field }) => code === finding.code && field === finding.field)
  const more = answered.findings.filter((finding) => !known(finding))
  const sentences = new Set([...local, ...more].map(({ message }) => message))
  return [...local, ...more, ...refused.filter(({ message }) => !sentences.has(message))]
}

/**
 * Runs at once, or after the pointer that is pressed right now is released: a sentence that appears between press and
 * release would push the button away from under the pointer, and the click would be lost.
 */
function useAfterPress() {
  const pressed = useRef(false)
  useEffect(() => {
    const down = () => (pressed.current = true)
    const up = () => (pressed.current = false)
    window.addEventListener('pointerdown', down, true)
    window.addEventListener('pointerup', up, true)
    window.addEventListener('pointercancel', up, true)
    return () => {
      window.removeEventListener('pointerdown', down, true)
      window.removeEventListener('pointerup', up, true)
      window.removeEventListener('pointercancel', up, true)
    }
  }, [])
  return (act: () => void) => {
    if (pressed.current) window.addEventListener('pointerup', () => setTimeout(act), { once: true })
    else act()
  }
}

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
  const all = useMemo(() => merged(local, answered), [local, answered])
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
