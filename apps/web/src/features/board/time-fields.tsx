import type { Query } from '@/features/session/search'
import { fieldMinuteOf } from '@/features/ui/format'

/** A moment of the address as a date and time field has it; a day means its end. */
function fieldValue(moment: string | undefined): string {
  if (moment === undefined) return ''
  if (moment.endsWith('Z')) return fieldMinuteOf(moment)
  return moment.includes('T') ? moment : `${moment}T23:59`
}

const FIELDS = [
  ['asOf', '口径时点'],
  ['comparedWith', '对比'],
] as const

/** 口径时点 and 对比 of a form that says by the address what is shown. Empty: the present, and no comparison. */
export function TimeFields({ query }: { query: Query }) {
  return FIELDS.map(([name, label]) => (
    <div key={name}>
      <label htmlFor={`f-${name}`}>{label} </label>
      <input
        id={`f-${name}`}
        name={name}
        type="datetime-local"
        min="2000-01-01T00:00"
        max="2060-12-31T23:59"
        defaultValue={fieldValue(query[name])}
        key={query[name] ?? ''}
        data-key={query[name] ?? ''}
      />
    </div>
  ))
}
