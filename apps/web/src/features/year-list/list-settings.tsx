'use client'

import { useId } from 'react'
import { decimalFigure } from '@lianxi/domain/report/read-figure'
import type { CalendarRule } from '@lianxi/schema/events/commitments'
import { FREQUENCY_LABELS } from '@lianxi/schema/period'
import type { YearListView } from '@lianxi/schema/views/year-list'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Field } from './fields'
import { Said } from '@/features/command/said'
import type { FormList } from './told'
import { useKeptListDeed } from './use-list-deed'
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

const wholeField = (subject: string): string => `whole ${subject}`
const dayField = (which: 'due' | 'closes', { frequency }: CalendarRule): string => `${which} ${frequency}`
const daysOf = (rule: CalendarRule): Record<string, string> => ({
  [dayField('due', rule)]: String(rule.dueAfterDays),
  [dayField('closes', rule)]: String(rule.closesAfterDays),
})

type Settings = { name: string } & Record<string, string>

function startOf({ name, calendar, breakdown, wholes }: Told): Settings {
  const values = breakdown.map(({ subject }): [string, string] => [
    wholeField(subject),
    wholes.find((one) => one.subject === subject)?.value ?? '',
  ])
  const days = calendar.flatMap((rule) => Object.entries(daysOf(rule)))
  return { name, ...Object.fromEntries([...days, ...values]) }
}

function useSettings(list: Told) {
  const { deed, on, typed, change } = useKeptListDeed(list, { form: '清单设定', of: list.code }, startOf(list))
  const { name } = typed
  const calendar = list.calendar.map((rule) => ({
    ...rule,
    dueAfterDays: Number(typed[dayField('due', rule)] ?? ''),
    closesAfterDays: Number(typed[dayField('closes', rule)] ?? ''),
  }))
  const wholes = list.breakdown.map(({ subject }) => ({ subject, value: typed[wholeField(subject)] ?? '' }))
  const figures = wholes.map(({ subject, value }) => ({ subject, read: decimalFigure(value) }))
  const wrong = Object.fromEntries(figures.flatMap(({ subject, read }) => (read.ok ? [] : [[subject, read.why]])))
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    if (Object.keys(wrong).length > 0) return
    const given = figures.flatMap(({ subject, read }) =>
      read.ok && read.figure !== null ? [{ subject, value: read.figure }] : [],
    )
    const said = { ...on, expectedVersion: list.version, name, calendar, wholes: given }
    void deed.run(said, (idempotencyKey) => api.yearList.change.mutate({ ...said, idempotencyKey }), '清单设定已保存。')
  }
  return { deed, name, calendar, wholes, wrong, change, save }
}

/** The list's own part: its name, when reports are due, and the whole against which the parts are held. */
export function ListSettings({ list }: { list: Told }) {
  const { deed, name, calendar, wholes, wrong, change, save } = useSettings(list)
  return (
    <details className={s.start}>
      <summary>清单设定：名称、报送时限、全区值{deed.written ? '（已写，未发出）' : ''}</summary>
      <form method="post" noValidate onSubmit={save}>
        <Field label="清单名称" value={name} onChange={(text) => change({ name: text })} />
        {calendar.map((rule) => (
          <Due key={rule.frequency} rule={rule} onChange={(next) => change(daysOf(next))} />
        ))}
        {list.breakdown.map(({ subject, name: indicator, unit }, index) => (
          <Field
            key={subject}
            label={`全区${list.year}年 ${indicator}（${unit ?? ''}）`}
            value={wholes[index]?.value ?? ''}
            onChange={(value) => change({ [wholeField(subject)]: value })}
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
