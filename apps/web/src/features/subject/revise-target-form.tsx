'use client'

import { useState } from 'react'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { useDeed } from '@/features/command/use-deed'
import { ReasonField } from '@/features/command/reason-field'
import { Said } from '@/features/command/said'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Field } from '@/features/year-list/fields'

function useRevising(subject: SubjectView, today: string) {
  const deed = useDeed()
  const { target, revisions, zone, code } = subject
  const [typed, setTyped] = useState({
    ...{ value: target?.value ?? '', valueHigh: target?.valueHigh ?? '', year: String(target?.targetYear ?? '') },
    ...{ reason: '', approvedBy: '', basis: '', on: today },
  })
  const change = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }))
  const submit = () => {
    const { value, valueHigh, year, reason, approvedBy, basis, on } = typed
    const command = {
      ...{ zone, target: code, expectedRevision: revisions.length, value: value.trim(), targetYear: Number(year) },
      ...{ valueHigh: valueHigh.trim() === '' ? null : valueHigh.trim(), reason, approvedBy, basis, on },
    }
    const call = (idempotencyKey: string) => api.plan.reviseTarget.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '修订已发布，片刻后生效。')
  }
  return { deed, typed, change, submit }
}

/** Records a revision somebody approved; without reason, body and document there is none. */
export function ReviseTargetForm({ subject, today }: { subject: SubjectView; today: string }) {
  const { deed, typed, change, submit } = useRevising(subject, today)
  const range = subject.target?.valueHigh !== null
  const complete = [typed.value, typed.reason, typed.approvedBy, typed.basis].every((one) => one.trim() !== '')
  return (
    <details>
      <summary>登记经批准的修订</summary>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field label={range ? '下限' : '修订后目标值'} value={typed.value} onChange={(value) => change({ value })} />
        {range ? <Field label="上限" value={typed.valueHigh} onChange={(valueHigh) => change({ valueHigh })} /> : null}
        <Field label="目标年" numeric value={typed.year} onChange={(year) => change({ year })} />
        <ReasonField label="修订原因" value={typed.reason} onChange={(reason) => change({ reason })} />
        <Field label="批准机关" value={typed.approvedBy} onChange={(approvedBy) => change({ approvedBy })} />
        <Field label="批准文件" value={typed.basis} onChange={(basis) => change({ basis })} />
        <Field label="批准日期" type="date" max={today} value={typed.on} onChange={(on) => change({ on })} />
        <div className={f.actions}>
          <button type="submit" className="primary" disabled={deed.busy || !complete}>
            发布修订
          </button>
        </div>
        <Said deed={deed} />
      </form>
    </details>
  )
}
