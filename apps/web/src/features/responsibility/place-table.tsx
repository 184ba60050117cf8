import type { PlaceLine } from '@lianxi/schema/views/responsibility'
import { Drawn } from '@/features/drawn/drawn'
import { address, type Query } from '@/features/session/search'
import { FILED, FiledCells, NumberHeads } from './filed-cells'
import { RESPONSIBILITY } from './words'
import s from './responsibility.module.css'

type Props = { places: PlaceLine[]; label: string; query: Query }

function Table({ places, query }: Props) {
  return (
    <div className="scroll" role="region" aria-label="各地区" tabIndex={0}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">地区</th>
            <NumberHeads of={['填报单位', '填报事项', ...FILED.map(([head]) => head)]} />
          </tr>
        </thead>
        <tbody>
          {places.map(({ code, name, inside, bodies, items, filed }) => (
            <tr key={code} data-key={code}>
              <th scope="row" className={inside ? s.inside : undefined}>
                <a className="link" href={address(RESPONSIBILITY, { ...query, region: code, page: undefined })}>
                  {name}
                </a>
              </th>
              <td data-label="填报单位" className="num">
                {bodies}
              </td>
              <td data-label="填报事项" className="num">
                {items}
              </td>
              <FiledCells filed={filed} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Every region with what its bodies report and how it came in; each opens its bodies. */
export function PlaceTable(props: Props) {
  return (
    <section className={s.section} aria-labelledby="places">
      <h2 id="places">各地区 · {props.label}</h2>
      <Drawn what="places" of={props.places} also={props.query}>
        <Table {...props} />
      </Drawn>
    </section>
  )
}
