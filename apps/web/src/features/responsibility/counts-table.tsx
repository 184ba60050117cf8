import type { Filed } from '@lianxi/schema/views/responsibility'
import { Drawn } from '@/features/drawn/drawn'
import { address, type Query } from '@/features/session/search'
import { underParents } from '@/features/ui/under-parents'
import { RESPONSIBILITY } from './words'
import s from './responsibility.module.css'

const FILED = [
  ['应报', 'due'],
  ['按时报送', 'inTime'],
  ['迟报', 'late'],
  ['到期未报', 'overdue'],
] as const

/** `opens`: what of the address the name's link changes; `counts`: one for each of the table's heads. */
type Line = {
  code: string
  name: string
  opens: Record<string, string>
  note?: string
  parent: string | null
  counts: readonly number[]
  filed: Filed | null
}
type Props<One> = {
  id: string
  of: One[]
  /** 单位 or 地区. */
  noun: string
  heads: readonly string[]
  line: (one: One) => Line
  label: string
  query: Query
}

/** A dash where it is not for the viewer to see. */
const Count = ({ head, count }: { head: string; count: number | null | undefined }) => (
  <td data-label={head} data-none={!count} className="num">
    {count ?? '—'}
  </td>
)

/** What those inside owe, where a phone folds their lines away. */
function Fold({ inside }: { inside: readonly Line[] }) {
  const overdue = inside.reduce((sum, { filed }) => sum + (filed?.overdue ?? 0), 0)
  return (
    <details className="no-print">
      <summary>
        所辖 {inside.length} 个地区{overdue === 0 ? '' : `：到期未报 ${overdue}`}
      </summary>
    </details>
  )
}

type RowProps = { line: Line; inside: readonly Line[] } & Pick<Props<unknown>, 'heads' | 'query'>

function Row({ line, inside, heads, query }: RowProps) {
  const { code, name, opens, note, parent, counts, filed } = line
  return (
    <tr data-key={code} className={parent === null ? undefined : s.inside}>
      <th scope="row">
        <span>
          <a className="link" href={address(RESPONSIBILITY, { ...query, ...opens, page: undefined })}>
            {name}
          </a>
          {note}
        </span>
        {inside.length === 0 ? null : <Fold inside={inside} />}
      </th>
      {heads.map((head, at) => (
        <Count key={head} head={head} count={counts[at]} />
      ))}
      {FILED.map(([head, of]) => (
        <Count key={head} head={head} count={filed?.[of]} />
      ))}
    </tr>
  )
}

function Table<One>({ of, noun, heads, line, query }: Props<One>) {
  return (
    <div className="scroll" role="region" aria-label={`各${noun}`} tabIndex={0}>
      <table className={`${s.counts ?? ''} cards`}>
        <thead>
          <tr>
            <th scope="col">{noun}</th>
            {[...heads, ...FILED.map(([head]) => head)].map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {underParents(of.map(line), (one) => one).map(({ one, inside }) => (
          <tbody key={one.code} data-key={one.code}>
            {[one, ...inside].map((each) => (
              <Row key={each.code} line={each} inside={each === one ? inside : []} heads={heads} query={query} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** What each carries and how its reports came in; each opens what it is made of. */
export function CountsTable<One>(props: Props<One>) {
  const { id, of, noun, label, query } = props
  return (
    <section className={s.section} aria-labelledby={id}>
      <h2 id={id}>
        各{noun} · {label}
      </h2>
      <Drawn what={id} of={of} also={query}>
        <Table {...props} />
      </Drawn>
    </section>
  )
}
