import { useId } from 'react'
import f from '@/features/office/form.module.css'

type Choice<Value extends string> = { value: Value; label: string }
type Props<Value extends string> = {
  label: string
  value: Value
  choices: readonly Choice<Value>[]
  fault?: string | undefined
  onChange: (value: Value) => void
}

/** One choice of a form, its fault said right under it. Words come from outside, so that contracts stay out of the browser. */
export function SelectField<Value extends string>({ label, value, choices, fault, onChange }: Props<Value>) {
  const id = useId()
  const choose = (chosen: string) => {
    const found = choices.find((one) => one.value === chosen)
    if (found !== undefined) onChange(found.value)
  }
  return (
    <div className={f.field}>
      <label htmlFor={id}>{label}</label>
      <div>
        <select
          id={id}
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onChange={(event) => choose(event.target.value)}
        >
          {choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
        {fault === undefined ? null : (
          <p id={`${id}-fault`} className={f.error}>
            {fault}
          </p>
        )}
      </div>
    </div>
  )
}
