import type { PersonLine } from '@lianxi/schema/views/responsibility'
import s from './responsibility.module.css'

/** 落实到人: only those the lists name. */
export function PersonTable({ persons }: { persons: PersonLine[] }) {
  if (persons.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="persons">
      <h2 id="persons">按责任人</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">牵头单位</th>
            <th scope="col">责任</th>
            <th scope="col">事项</th>
          </tr>
        </thead>
        <tbody>
          {persons.map(({ person, body, role, items }) => (
            <tr key={`${body} ${role} ${person}`}>
              <td className="nowrap">{person}</td>
              <td data-label="牵头单位">{body}</td>
              <td data-label="责任" className="nowrap">
                {role}
              </td>
              <td data-label="事项">{items.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
