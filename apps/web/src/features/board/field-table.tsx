import { CELL_FILTER_LABELS, type CellFilter, type FilingCounts } from '@lianxi/schema/views/cell'
import type { FieldCounts } from '@lianxi/schema/views/overview'
import { FilingMark } from '@/features/ui/mark'
import s from './board.module.css'
import { CountLink } from './count'
import type { Counted } from './links'

const COLUMNS = ['due', 'reported', 'pending', 'overdue', 'returned', 'late', 'nil'] as const satisfies CellFilter[]

type RowProps = { label: string; counts: FilingCounts; of: Counted }

function Row({ label, counts, of }: RowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {COLUMNS.map((state) => (
        <td key={state} className="num">
          <CountLink
            count={counts[state]}
            of={{ ...of, show: state }}
            label={`${label} ${CELL_FILTER_LABELS[state]}`}
          />
        </td>
      ))}
    </tr>
  )
}

/** 领域 × 填报情况: counts only; each opens exactly its list. */
export function FieldTable({ fields, totals, of }: { fields: FieldCounts[]; totals: FilingCounts; of: Counted }) {
  return (
    <section className={s.section} aria-labelledby="fields">
      <header>
        <h2 id="fields">领域 × 填报情况</h2>
      </header>
      <div className="scroll" role="group" aria-labelledby="fields" tabIndex={0}>
        <table className={s.dense}>
          <thead>
            <tr>
              <th scope="col">领域</th>
              {COLUMNS.map((state) => (
                <th key={state} scope="col" className="num">
                  {state === 'due' ? CELL_FILTER_LABELS.due : <FilingMark state={state} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, counts }) => (
              <Row key={field} label={field} counts={counts} of={{ ...of, field }} />
            ))}
            <Row label="合计" counts={totals} of={of} />
          </tbody>
        </table>
      </div>
    </section>
  )
}
