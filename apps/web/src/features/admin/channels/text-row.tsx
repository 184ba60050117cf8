'use client'

import f from '@/features/office/form.module.css'

type Props = {
  id: string
  label: string
  value: string
  hint?: string | undefined
  fault: string | undefined
  onChange: (value: string) => void
}

/** One line of a form: label, field, hint and, once it was sent, what is wrong with it. */
export function TextRow({ id, label, value, hint, fault, onChange }: Props) {
  return (
    <div className={f.field}>
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          type="text"
          autoComplete="off"
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(event.target.value)}
        />{' '}
        <small>{hint}</small>
        <p id={`${id}-note`} className={f.error}>
          {fault}
        </p>
      </div>
    </div>
  )
}
