'use client'

import { useId, useState } from 'react'
import { decimalFigure } from '@lianxi/domain/report/read-figure'
import type { CalendarRule } from '@lianxi/schema/events/commitments'
import { FREQUENCY_LABELS } from '@lianxi/schema/period'
import type { YearListView } from '@lianxi/schema/views/year-list'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Field } from './fields'
import { Said } from '@/features/command/said'
import type { FormList } from './told'
import { useListDeed } from './use-list-deed'
import s from './year-list.module.css'

/** Days after a period's end at which its reports are due and at which it closes. */
function Due({ rule, onChange }: { rule: CalendarRule; onChange: (rule: CalendarRule) => void }) {
  const id = useId()
  const days = (name: 'dueAfterDays' | 'closesAfterDays', label: string, max: number) => (
    <>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type="number"
        min={0}
        max={max}
        value={rule[name]}
        onChange={(event) => onChange({ ...rule, [name]: Number(event.target.value) })}
      />
    </>
  )
  return (
    <div className={f.row}>
      <span>按{FREQUENCY_LABELS[rule.frequency]}</span>
      {days('dueAfterDays', '期末后几天截止', 400)}
      {days('closesAfterDays', '几天后关闭', 800)}
    </div>
  )
}

type Told = FormList & Pick<YearListView, 'breakdown'>

function useSettings(list: Told) {
  const { deed, on } = useListDeed(list)
  const [name, setName] = useState(list.name)
  const [calendar, setCalendar] = useState(list.calendar)
  const [wholes, setWholes] = useState(() =>
    list.breakdown.map(({ subject }) => ({
      subject,
      value: list.wholes.find((one) => one.subject === subject)?.value ?? '',
    })),
  )
  const typed = wholes.map(({ subject, value }) => ({ subject, read: decimalFigure(value) }))
  const wrong = Object.fromEntries(typed.flatMap(({ subject, read }) => (read.ok ? [] : [[subject, read.why]])))
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    if (Object.keys(wrong).length > 0) return
    const given = typed.flatMap(({ subject, read }) =>
      read.ok && read.figure !== null ? [{ subject, value: read.figure }] : [],
    )
    const change = { ...on, expectedVersion: list.version, name, calendar, wholes: given }
    void deed.run(
      change,
      (idempotencyKey) => api.yearList.change.mutate({ ...change, idempotencyKey }),
      '清单设定已保存。',
    )
  }
  return { deed, name, setName, calendar, setCalendar, wholes, setWholes, wrong, save }
}

/** The list's own part: its name, when reports are due, and the whole against which the parts are held. */
export function ListSettings({ list }: { list: Told }) {
  const { deed, name, setName, calendar, setCalendar, wholes, setWholes, wrong, save } = useSettings(list)
  return (
    <details className={s.start}>
      <summary>清单设定：名称、报送时限、全区值</summary>
      <form method="post" noValidate onSubmit={save}>
        <Field label="清单名称" value={name} onChange={setName} />
        {calendar.map((rule) => (
          <Due
            key={rule.frequency}
            rule={rule}
            onChange={(next) => setCalendar(calendar.map((one) => (one.frequency === next.frequency ? next : one)))}
          />
        ))}
        {list.breakdown.map(({ subject, name: indicator, unit }, index) => (
          <Field
            key={subject}
            label={`全区${list.year}年 ${indicator}（${unit ?? ''}）`}
            value={wholes[index]?.value ?? ''}
            onChange={(value) => setWholes(wholes.map((one, at) => (at === index ? { ...one, value } : one)))}
            fault={wrong[subject] === undefined ? undefined : `${wrong[subject]}；可不填，以规划值为准。`}
            numeric
          />
        ))}
        <div className={f.actions}>
          <button type="submit" disabled={deed.busy || name.trim() === ''}>
            保存设定
          </button>
        </div>
        <Said deed={deed} />
      </form>
    </details>
  )
}
