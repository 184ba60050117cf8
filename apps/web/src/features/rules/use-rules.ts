'use client'

import { useState } from 'react'
import type { z } from 'zod'
import { CheckThresholds } from '@lianxi/schema/check-thresholds'
import { JudgingRules } from '@lianxi/schema/events/rule-set'
import type { RulesPreview, RulesView } from '@lianxi/schema/views/rule-set'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import { CHECKS, checksOf, typedChecks } from './checks'
import { LIMITS, rulesOf, typedOf } from './limits'

const FIELDS: readonly string[] = [...LIMITS, ...CHECKS].map(([line]) => line)

/** What the contract says against what is typed, by line; what is about several lines has no line of its own. */
function faultsIn(...parsed: z.ZodSafeParseResult<unknown>[]) {
  const issues = parsed.flatMap(({ error }) => error?.issues ?? [])
  const said = issues.map(({ path, message }) => ({ line: path.join('.'), message }))
  return {
    lines: Object.fromEntries(
      said.filter(({ line }) => FIELDS.includes(line)).map(({ line, message }) => [line, message]),
    ),
    whole: said.flatMap(({ line, message }) => (FIELDS.includes(line) ? [] : [message])),
  }
}

/** The next rules while they are typed: both presses read them alike, and say at each line what is wrong with it. */
export function useRules(view: RulesView) {
  const deed = useDeed()
  const [typed, setTyped] = useState(typedOf(view.rules))
  const [checks, setChecks] = useState(typedChecks(view.checks))
  const [methods, setMethods] = useState(view.rules.methods)
  const [said, setSaid] = useState({ effectiveFrom: view.today, reason: '', adoptedBy: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [preview, setPreview] = useState<{ of: string; found: RulesPreview }>()
  const [busy, setBusy] = useState(false)
  const zone = view.zone.code
  const read = () => {
    const [rules, limits] = [
      JudgingRules.safeParse(rulesOf(typed, methods)),
      CheckThresholds.safeParse(checksOf(checks)),
    ]
    const { lines, whole } = faultsIn(rules, limits)
    setFaults(lines)
    if (rules.success && limits.success) return { rules: rules.data, checks: limits.data }
    deed.setSaid({ ok: false, message: [...whole, ...Object.values(lines)].join('；'), field: null })
    return undefined
  }
  const work = async () => {
    const next = read()
    if (next === undefined) return
    setBusy(true)
    deed.setSaid(undefined)
    try {
      const asked = { zone, effectiveFrom: said.effectiveFrom, rules: next.rules }
      setPreview({ of: said.effectiveFrom, found: await api.plan.previewRules.query(asked) })
    } catch {
      deed.setSaid({ ok: false, message: '试算没有完成，请稍后再试。', field: null })
    } finally {
      setBusy(false)
    }
  }
  const adopt = () => {
    const next = read()
    if (next === undefined) return
    const command = { zone, ...next, ...said, expectedVersion: view.version }
    const call = (idempotencyKey: string) => api.plan.adoptRules.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '判定规则已下达，片刻后重新判定。')
  }
  /** A preview of other rules than those typed would be a lie. */
  const touch =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      setPreview(undefined)
      set(value)
    }
  const typing = { typed, setTyped, checks, setChecks, methods, setMethods, said, setSaid, touch }
  return { ...typing, deed, faults, preview, busy, work, adopt }
}
export type Rules = ReturnType<typeof useRules>
