import f from '@/features/office/form.module.css'
import { Field } from '@/features/year-list/fields'

type Props = { report: boolean; day: string; fault: string | undefined; onChange: (to: Partial<UntilTyped>) => void }
export type UntilTyped = { report: boolean; day: string }

/** What goes out: the last day, or null for until the next report; undefined while the day is missing. */
export const untilOf = ({ report, day }: UntilTyped): string | null | undefined =>
  report ? null : day === '' ? undefined : day

/** Until when a status set by hand counts: every one has an end. */
export function UntilField({ report, day, fault, onChange }: Props) {
  return (
    <>
      <div className={f.field}>
        <label>
          到何时为止{' '}
          <select
            value={report ? 'report' : 'day'}
            aria-invalid={report && fault !== undefined}
            onChange={(event) => onChange({ report: event.target.value === 'report' })}
          >
            <option value="report">下次填报入库为止</option>
            <option value="day">到某一日为止</option>
          </select>
        </label>
        {report && fault !== undefined ? <p className={f.error}>{fault}</p> : null}
      </div>
      {report ? null : (
        <Field
          label="有效至（含当日）"
          type="date"
          value={day}
          fault={fault}
          onChange={(to) => onChange({ day: to })}
        />
      )}
    </>
  )
}
