import type { BodyLine } from '@lianxi/schema/views/responsibility'
import { Drawn } from '@/features/drawn/drawn'
import { address, type Query } from '@/features/session/search'
import { FILED, FiledCells, NumberHeads } from './filed-cells'
import { RESPONSIBILITY, ROLES } from './words'
import s from './responsibility.module.css'

type Props = { bodies: BodyLine[]; label: string; query: Query }
const COUNTS = ['reports', 'leads', 'shares'] as const

function Table({ bodies, query }: Props) {
  return (
    <div className="scroll" role="region" aria-label="各单位" tabIndex={0}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <NumberHeads of={[...COUNTS.map((role) => ROLES[role]), ...FILED.map(([head]) => head)]} />
          </tr>
        </thead>
        <tbody>
          {bodies.map((line) => (
            <tr key={line.body.code} data-key={line.body.code}>
              <th scope="row">
                <a className="link" href={address(RESPONSIBILITY, { ...query, body: line.body.code, page: undefined })}>
                  {line.body.name}
                </a>
                {line.own ? '（本单位）' : ''}
              </th>
              {COUNTS.map((role) => (
                <td key={role} data-label={ROLES[role]} className="num">
                  {line[role]}
                </td>
              ))}
              <FiledCells filed={line.filed} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The bodies of one region with what they carry and how their reports came in; each opens its items. */
export function BodiesTable(props: Props) {
  return (
    <section className={s.section} aria-labelledby="bodies">
      <h2 id="bodies">各单位 · {props.label}</h2>
      <Drawn what="bodies" of={props.bodies} also={props.query}>
        <Table {...props} />
      </Drawn>
    </section>
  )
}
