import { Field } from '@/features/year-list/fields'
import { SelectField } from '@/features/ui/select-field'

const ENDS = [
  { value: 'report', label: '下次填报入库为止' },
  { value: 'day', label: '到某一日为止' },
] as const

type Props = { report: boolean; day: string; fault: string | undefined; onChange: (to: Partial<UntilTyped>) => void }
export type UntilTyped = { report: boolean; day: string }

/** What goes out: the last day, or null for until the next report; undefined while the day is missing. */
export const untilOf = ({ report, day }: UntilTyped): string | null | undefined =>
  report ? null : day === '' ? undefined : day

/** Until when a status set by hand counts: every one has an end. */
export function UntilField({ report, day, fault, onChange }: Props) {
  return (
    <>
      <SelectField
        label="到何时为止"
        value={report ? 'report' : 'day'}
        choices={ENDS}
        fault={report ? fault : undefined}
        onChange={(end) => onChange({ report: end === 'report' })}
      />
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
