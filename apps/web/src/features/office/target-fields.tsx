'use client'

import { basis } from '@lianxi/schema/vocabulary'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { periodLabel } from '@lianxi/schema/period'
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
  const parts = [
    target === null ? null : basis.labels[target.basis],
    previous === null ? '此前没有报过' : `上期（${periodLabel(previous.period)}）${figure(previous.value)}`,
    lastYear === null ? null : `上年同期 ${figure(lastYear.value)}`,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** The form of a target: a figure on the indicator's basis, and words. */
export function TargetFields({ form, entry, state, change }: Props) {
  return (
    <>
      {entry.nil ? null : (
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
