'use client'

import { withDone } from '@lianxi/domain/report/done'
import { NOT_YET } from '@lianxi/schema/commands/entry'
import { basis } from '@lianxi/schema/vocabulary'
import { withUnit } from '@lianxi/schema/figure-words'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { lastDayOf, periodLabel } from '@lianxi/schema/period'
import { figure } from '@/features/ui/format'
import { Field, type FieldState, TextField } from './field'
import f from './form.module.css'
import { type EntryOf, LIMITS, TARGET_TITLES } from './titles'

type Props = {
  form: OfficeForm
  entry: EntryOf<'target'>
  state: FieldState
  change: (entry: EntryOf<'target'>) => void
}

function hintOf({ target, previous, lastYear }: OfficeForm): string {
  const said = (value: string | null) => (value === null ? '—' : withUnit(figure(value), target?.unit ?? null))
  const parts = [
    target === null ? null : basis.labels[target.basis],
    previous === null ? '此前没有报过' : `上期（${periodLabel(previous.period)}）${said(previous.value)}`,
    lastYear === null ? null : `上年同期 ${said(lastYear.value)}`,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** Of a qualitative target: the day it was done, or that it is not; the document that proves it goes below the form. */
function DoneField({ form, entry, state, change }: Props) {
  const notYet = entry.doneOn === NOT_YET
  const hint = `${form.deadline === null ? '' : `期限 ${form.deadline}。`}完成的，请在下面“佐证材料”添加证明文件，没有佐证的无法判定。`
  const say = (said: string) => change(withDone(entry, said))
  return (
    <Field name="doneOn" label={TARGET_TITLES.doneOn} state={state} hint={hint}>
      {(wiring) => (
        <span className={f.row}>
          <input
            {...wiring}
            type="date"
            min="2015-01-01"
            max={lastDayOf(form.period)}
            disabled={notYet}
            value={notYet ? '' : (entry.doneOn ?? '')}
            onChange={(event) => say(event.target.value)}
          />
          <label>
            <input type="checkbox" checked={notYet} onChange={(event) => say(event.target.checked ? NOT_YET : '')} />{' '}
            尚未完成
          </label>
        </span>
      )}
    </Field>
  )
}

/** The form of a target: a figure on the indicator's basis, and words. */
export function TargetFields({ form, entry, state, change }: Props) {
  const { qualitative } = form.check
  return (
    <>
      {entry.nil || (qualitative && form.check.basis === 'flag') ? null : (
        <Field name="value" label={TARGET_TITLES.value} state={state} hint={hintOf(form)}>
          {(wiring) => (
            <>
              <input
                {...wiring}
                className={f.figure}
                inputMode="decimal"
                autoComplete="off"
                maxLength={LIMITS.figure}
                value={entry.value}
                onChange={(event) => change({ ...entry, value: event.target.value })}
              />{' '}
              {form.target?.unit ?? ''}
            </>
          )}
        </Field>
      )}
      {qualitative && !entry.nil ? <DoneField form={form} entry={entry} state={state} change={change} /> : null}
      <Field name="figureSource" label={TARGET_TITLES.figureSource} state={state}>
        {(wiring) => (
          <input
            {...wiring}
            className={f.wide}
            maxLength={LIMITS.figureSource}
            value={entry.figureSource}
            placeholder="如：区统计局 季度快报"
            onChange={(event) => change({ ...entry, figureSource: event.target.value })}
          />
        )}
      </Field>
      <TextField
        name="note"
        label={TARGET_TITLES.note}
        state={state}
        value={entry.note}
        limit={LIMITS.note}
        onChange={(note) => change({ ...entry, note })}
      />
    </>
  )
}
