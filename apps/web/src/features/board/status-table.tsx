import { status as statuses, STATUS_SHAPES, type Status } from '@lianxi/schema/status-vocabulary'
import type { FieldCounts } from '@lianxi/schema/views/overview'
import type { StatusCounts } from '@lianxi/schema/views/status'
import s from './board.module.css'
import { CountLink } from './count'
import type { Counted } from './links'

type RowProps = { label: string; counts: StatusCounts; columns: Status[]; of: Counted }

function Row({ label, counts, columns, of }: RowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {columns.map((status) => (
        <td key={status} className="num">
          <CountLink count={counts[status] ?? 0} of={{ ...of, status }} label={`${label} ${statuses.labels[status]}`} />
        </td>
      ))}
    </tr>
  )
}

/** 领域 × 状态: counts only, of statuses that occur; each opens exactly its list. */
export function StatusTable({ fields, totals, of }: { fields: FieldCounts[]; totals: StatusCounts; of: Counted }) {
  const columns = statuses.words.filter((status) => (totals[status] ?? 0) > 0)
  if (columns.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="statuses">
      <header>
        <h2 id="statuses">领域 × 状态</h2>
      </header>
      <div className="scroll" role="group" aria-labelledby="statuses" tabIndex={0}>
        <table className={s.dense}>
          <thead>
            <tr>
              <th scope="col">领域</th>
              {columns.map((status) => (
                <th key={status} scope="col" className={`num ${s.statusHead ?? ''}`}>
                  <span aria-hidden="true">{STATUS_SHAPES[status]}</span>
                  {statuses.labels[status]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, statuses: counts }) => (
              <Row key={field} label={field} counts={counts} columns={columns} of={{ ...of, field }} />
            ))}
            <Row label="合计" counts={totals} columns={columns} of={of} />
          </tbody>
        </table>
      </div>
    </section>
  )
}
