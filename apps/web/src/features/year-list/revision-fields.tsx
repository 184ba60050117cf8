import { Field } from './fields'
import { ReasonField } from '@/features/command/reason-field'

type Revising = { reason: string; basis: string; on: string }

/** Why an adopted item changes, and who decided it: without both there is no revision. */
export function RevisionFields({
  today,
  value,
  onChange,
}: {
  today: string
  value: Revising
  onChange: (value: Revising) => void
}) {
  return (
    <>
      <ReasonField label="修订原因" value={value.reason} onChange={(reason) => onChange({ ...value, reason })} />
      <Field label="修订依据" required value={value.basis} onChange={(basis) => onChange({ ...value, basis })} />
      <Field
        label="日期"
        type="date"
        required
        max={today}
        value={value.on}
        onChange={(on) => onChange({ ...value, on })}
      />
    </>
  )
}
