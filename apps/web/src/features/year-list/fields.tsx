import { useId } from 'react'
import f from '@/features/office/form.module.css'
import { FieldLine } from '@/features/ui/field-line'

type FieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  fault?: string | undefined
  numeric?: boolean
  type?: 'text' | 'date'
  max?: string
  required?: boolean
}

/** One line of a form, its fault said right under it. */
export function Field({
  label,
  value,
  onChange,
  fault,
  numeric = false,
  type = 'text',
  max = '2060-12-31',
  required = false,
}: FieldProps) {
  return (
    <FieldLine label={label} fault={fault}>
      {(tied) => (
        <input
          {...tied}
          className={type === 'text' && !numeric ? f.wide : undefined}
          type={type}
          {...(type === 'date' ? { min: '2000-01-01', max } : { maxLength: 120 })}
          {...(numeric ? { inputMode: 'decimal' as const } : {})}
          required={required}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldLine>
  )
}

type ChoiceProps<Word extends string> = {
  label: string
  value: Word
  options: { words: readonly Word[]; labels: Record<Word, string> }
  onChange: (word: Word) => void
  disabled?: boolean
}

/** Places, bodies or zones as such a vocabulary. */
export const named = (all: readonly { code: string; name: string }[]) => ({
  words: all.map(({ code }) => code),
  labels: Object.fromEntries(all.map(({ code, name }) => [code, name])),
})

/** A choice of a vocabulary's words. */
export function Choice<Word extends string>({ label, value, options, onChange, disabled = false }: ChoiceProps<Word>) {
  const id = useId()
  const choose = (chosen: string) => {
    const word = options.words.find((known) => known === chosen)
    if (word !== undefined) onChange(word)
  }
  return (
    <div className={f.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} disabled={disabled} onChange={(event) => choose(event.target.value)}>
        {options.words.map((word) => (
          <option key={word} value={word}>
            {options.labels[word]}
          </option>
        ))}
      </select>
    </div>
  )
}
