import { FieldLine } from './field-line'

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
  const choose = (chosen: string) => {
    const found = choices.find((one) => one.value === chosen)
    if (found !== undefined) onChange(found.value)
  }
  return (
    <FieldLine label={label} fault={fault}>
      {(tied) => (
        <select {...tied} value={value} onChange={(event) => choose(event.target.value)}>
          {choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </FieldLine>
  )
}
