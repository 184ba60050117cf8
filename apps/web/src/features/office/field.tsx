'use client'

import { useId } from 'react'
import type { Finding } from '@lianxi/schema/views/result'
import { LengthNote } from '@/features/command/length-note'
import f from './form.module.css'

/** What a field needs to know of the form around it. */
export type FieldState = {
  findings: (field: string) => Finding[]
  reasons: Record<string, string>
  unanswered: (code: string) => boolean
  giveReason: (code: string, reason: string) => void
  enter: (field: string) => void
  leave: (field: string) => void
}

type Wiring = {
  id: string
  name: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
  onFocus: () => void
  onBlur: () => void
}

type AskProps = { finding: Finding; state: Pick<FieldState, 'reasons' | 'unanswered' | 'giveReason'>; id: string }

/** What wants a reason, and the place to give it. */
export function WarningAsk({ finding, state, id }: AskProps) {
  const missing = state.unanswered(finding.code)
  return (
    <div className={f.warning}>
      {finding.message}
      <input
        id={id}
        aria-label={`说明（${finding.message}）`}
        placeholder="在此说明，随数据一并报送"
        value={state.reasons[finding.code] ?? ''}
        aria-invalid={missing}
        onChange={(event) => state.giveReason(finding.code, event.target.value)}
      />
      <LengthNote text={state.reasons[finding.code] ?? ''} limit={500} />
      {missing ? <span className={f.error}>请说明原因，或改正所填内容。</span> : null}
    </div>
  )
}

type Props = {
  name: string
  label: string
  state: FieldState
  children: (wiring: Wiring) => React.ReactNode
  hint?: React.ReactNode
}

/** Label, control, what is wrong in words, and at once the place to say why it is right all the same. */
export function Field({ name, label, state, children, hint }: Props) {
  const id = useId()
  const found = state.findings(name)
  const errors = found.filter(({ level }) => level === 'error')
  const described = [hint === undefined ? null : `${id}-hint`, errors.length === 0 ? null : `${id}-errors`].filter(
    Boolean,
  )
  return (
    <div className={f.field}>
      <label htmlFor={id}>{label}</label>
      <div className={f.control}>
        {children({
          id,
          name,
          'aria-invalid': errors.length > 0,
          'aria-describedby': described.length === 0 ? undefined : described.join(' '),
          onFocus: () => state.enter(name),
          onBlur: () => state.leave(name),
        })}
        {hint === undefined ? null : (
          <small id={`${id}-hint`} className={f.hint}>
            {hint}
          </small>
        )}
        <div id={`${id}-errors`} aria-live="polite">
          {errors.map((finding) => (
            <p key={finding.code} className={f.error}>
              {finding.message}
            </p>
          ))}
        </div>
        {found
          .filter(({ level }) => level === 'warning')
          .map((finding) => (
            <WarningAsk key={finding.code} finding={finding} state={state} id={`${id}-${finding.code}`} />
          ))}
      </div>
    </div>
  )
}

type TextProps = {
  name: string
  label: string
  state: FieldState
  value: string
  limit: number | undefined
  onChange: (value: string) => void
  placeholder?: string
}

export function TextField({ name, label, state, value, limit, onChange, placeholder }: TextProps) {
  return (
    <Field name={name} label={label} state={state}>
      {(wiring) => (
        <>
          <textarea
            {...wiring}
            rows={2}
            maxLength={limit}
            value={value}
            placeholder={placeholder}
            onChange={(event) => onChange(event.target.value)}
          />
          <LengthNote text={value} limit={limit} />
        </>
      )}
    </Field>
  )
}
