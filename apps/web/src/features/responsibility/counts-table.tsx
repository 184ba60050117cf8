import type { Filed } from '@lianxi/schema/views/responsibility'
import { Drawn } from '@/features/drawn/drawn'
import { address, type Query } from '@/features/session/search'
import { FILED, FiledCells, NumberHeads } from './filed-cells'
import { RESPONSIBILITY } from './words'
import s from './responsibility.module.css'

/** `opens`: what of the address the name's link changes; `counts`: one for each of the table's heads. */
type Line = {
  code: string
  name: string
  opens: Record<string, string>
  note?: string
  inside?: boolean
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

function Table<One>({ of, noun, heads, line, query }: Props<One>) {
  return (
    <div className="scroll" role="region" aria-label={`各${noun}`} tabIndex={0}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{noun}</th>
            <NumberHeads of={[...heads, ...FILED.map(([head]) => head)]} />
          </tr>
        </thead>
        <tbody>
          {of.map(line).map(({ code, name, opens, note, inside, counts, filed }) => (
            <tr key={code} data-key={code}>
              <th scope="row" className={inside ? s.inside : undefined}>
                <a className="link" href={address(RESPONSIBILITY, { ...query, ...opens, page: undefined })}>
                  {name}
                </a>
                {note}
              </th>
              {heads.map((head, at) => (
                <td key={head} data-label={head} className="num">
                  {counts[at]}
                </td>
              ))}
              <FiledCells filed={filed} />
            </tr>
          ))}
        </tbody>
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
