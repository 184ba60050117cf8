import type { Filed } from '@lianxi/schema/views/responsibility'

export const FILED = [
  ['应报', 'due'],
  ['按时报送', 'inTime'],
  ['迟报', 'late'],
  ['到期未报', 'overdue'],
] as const

/** What was asked for and what came; a dash where it is not for the viewer to see. */
export const FiledCells = ({ filed }: { filed: Filed | null }) =>
  FILED.map(([label, name]) => (
    <td key={name} data-label={label} className="num">
      {filed === null ? '—' : filed[name]}
    </td>
  ))

export const NumberHeads = ({ of }: { of: readonly string[] }) =>
  of.map((label) => (
    <th key={label} scope="col" className="num">
      {label}
    </th>
  ))
