'use client'

import { useState } from 'react'
import type { z } from 'zod'
import { CheckThresholds } from '@lianxi/schema/check-thresholds'
import { JudgingRules } from '@lianxi/schema/events/rule-set'
import { paceMethod, pathMethod } from '@lianxi/schema/status-vocabulary'
import type { RulesPreview, RulesView } from '@lianxi/schema/views/rule-set'
import { ReasonField } from '@/features/command/reason-field'
import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Choice, Field } from '@/features/year-list/fields'
import { CHECKS, checksOf, typedChecks } from './checks'
import { LIMITS, rulesOf, typedOf } from './limits'
import { PreviewTable } from './preview-table'
import s from './rules.module.css'

/** What is typed, if the contract allows it; else the first sentence that says why not is said. */
function readAs<Said>(deed: ReturnType<typeof useDeed>, contract: z.ZodType<Said>, typed: Said): Said | undefined {
  const parsed = contract.safeParse(typed)
  if (parsed.success) return parsed.data
  deed.setSaid({ ok: false, message: parsed.error.issues[0]?.message ?? '请核对各项界限。', field: null })
  return undefined
}

function useRules(view: RulesView) {
  const deed = useDeed()
  const [typed, setTyped] = useState(typedOf(view.rules))
  const [checks, setChecks] = useState(typedChecks(view.checks))
  const [methods, setMethods] = useState(view.rules.methods)
  const [said, setSaid] = useState({ effectiveFrom: view.today, reason: '', adoptedBy: '' })
  const [preview, setPreview] = useState<RulesPreview>()
  const [busy, setBusy] = useState(false)
  const zone = view.zone.code
  const read = () => readAs(deed, JudgingRules, rulesOf(typed, methods))
  const work = async () => {
    const rules = read()
    if (rules === undefined) return
    setBusy(true)
    deed.setSaid(undefined)
    try {
      setPreview(await api.plan.previewRules.query({ zone, effectiveFrom: said.effectiveFrom, rules }))
    } catch {
      deed.setSaid({ ok: false, message: '试算没有完成，请稍后再试。', field: null })
    } finally {
      setBusy(false)
    }
  }
  const adopt = () => {
    const rules = read()
    const lines = readAs(deed, CheckThresholds, checksOf(checks))
    if (rules === undefined || lines === undefined) return
    const command = { zone, rules, checks: lines, ...said, expectedVersion: view.version }
    const call = (idempotencyKey: string) => api.plan.adoptRules.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '判定规则已下达，片刻后重新判定。')
  }
  /** A preview of other rules than those typed would be a lie. */
  const touch =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setPreview(undefined)
      set(value)
    }
  return {
    deed,
    typed,
    checks,
    methods,
    said,
    preview,
    busy,
    work,
    adopt,
    touch,
    setTyped,
    setChecks,
    setMethods,
    setSaid,
  }
}
type Rules = ReturnType<typeof useRules>

type LinesProps<Line extends string> = {
  legend: string
  lines: readonly (readonly [Line, string])[]
  typed: Record<Line, string>
  change: (line: Line, value: string) => void
}

function Lines<Line extends string>({ legend, lines, typed, change }: LinesProps<Line>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className={s.lines}>
        {lines.map(([line, label]) => (
          <Field key={line} numeric label={label} value={typed[line]} onChange={(value) => change(line, value)} />
        ))}
      </div>
    </fieldset>
  )
}

function Methods({ rules: { methods, touch, setMethods } }: { rules: Rules }) {
  const change = touch((part: Partial<typeof methods>) => setMethods((before) => ({ ...before, ...part })))
  return (
    <fieldset>
      <legend>方法</legend>
      <Choice label="时点" value={methods.stock} options={pathMethod} onChange={(stock) => change({ stock })} />
      <Choice label="比重/率" value={methods.ratio} options={pathMethod} onChange={(ratio) => change({ ratio })} />
      <Choice
        label="时期，年末"
        value={methods.flowYearEnd}
        options={pathMethod}
        onChange={(flowYearEnd) => change({ flowYearEnd })}
      />
      <Choice
        label="时期，年内"
        value={methods.flowWithinYear}
        options={paceMethod}
        onChange={(flowWithinYear) => change({ flowWithinYear })}
      />
      <Choice
        label="规划期累计"
        value={methods.cumulative}
        options={paceMethod}
        onChange={(cumulative) => change({ cumulative })}
      />
      <Choice label="每年" value={methods.perYear} options={paceMethod} onChange={(perYear) => change({ perYear })} />
      <Choice label="项目" value={methods.project} options={paceMethod} onChange={(project) => change({ project })} />
    </fieldset>
  )
}

/** The next rules: typed, tried (whom would they move?), then adopted with a reason and a document. */
export function RulesForm({ view }: { view: RulesView }) {
  const rules = useRules(view)
  const { deed, typed, checks, said, preview, busy, touch } = rules
  const complete = said.reason.trim() !== '' && said.adoptedBy.trim() !== '' && said.effectiveFrom !== ''
  const say = (part: Partial<typeof said>) => rules.setSaid((before) => ({ ...before, ...part }))
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        rules.adopt()
      }}
    >
      <Lines
        legend="界限"
        lines={LIMITS}
        typed={typed}
        change={(line, value) => touch(rules.setTyped)((before) => ({ ...before, [line]: value }))}
      />
      <Methods rules={rules} />
      <Lines
        legend="填报校验界限（只作提示，要求说明原因）"
        lines={CHECKS}
        typed={checks}
        change={(line, value) => rules.setChecks((before) => ({ ...before, [line]: value }))}
      />
      <Field
        label="施行日期"
        type="date"
        value={said.effectiveFrom}
        onChange={touch((effectiveFrom: string) => say({ effectiveFrom }))}
      />
      <ReasonField label="原因" value={said.reason} onChange={(reason) => say({ reason })} />
      <Field label="依据" value={said.adoptedBy} onChange={(adoptedBy) => say({ adoptedBy })} />
      <div className={f.actions}>
        <button type="button" disabled={busy || said.effectiveFrom === ''} onClick={() => void rules.work()}>
          {busy ? '正在试算…' : '试算影响'}
        </button>
        <button type="submit" className="primary" disabled={deed.busy || !complete}>
          下达规则
        </button>
      </div>
      <Said deed={deed} />
      <div role="status">{preview === undefined ? null : <PreviewTable preview={preview} />}</div>
    </form>
  )
}
