import { useId } from 'react'
import f from '@/features/office/form.module.css'
import type { StatusChoice } from './words'

type Value = StatusChoice['value']
type Props = {
  value: Value
  choices: readonly StatusChoice[]
  fault: string | undefined
  onChange: (value: Value) => void
}

/** Which status: the words come from the server, so that the contracts stay out of the browser. */
export function StatusSelect({ value, choices, fault, onChange }: Props) {
  const id = useId()
  const choose = (chosen: string) => {
    const found = choices.find((one) => one.value === chosen)
    if (found !== undefined) onChange(found.value)
  }
  return (
    <div className={f.field}>
      <label htmlFor={id}>认定为</label>
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
