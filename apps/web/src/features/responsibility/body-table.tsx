import Link from 'next/link'
import { FREQUENCY_LABELS, periodLabel } from '@lianxi/schema/period'
import type { BodyResponsibility, Responsibility } from '@lianxi/schema/views/responsibility'
import { attribute } from '@lianxi/schema/vocabulary'
import { subjectHref } from '@/features/board/links'
import { FilingMark } from '@/features/ui/mark'
import { listHref } from '@/features/year-list/words'
import { ROLES } from './words'
import s from './responsibility.module.css'

function Due({ item }: { item: Responsibility }) {
  if (item.due === null) return <>—</>
  if (item.due.length === 0) return <span className="quiet">尚无开放的报告期</span>
  return (
    <ul className={s.due}>
      {item.due.map(({ period, state, late }) => (
        <li key={period}>
          {periodLabel(period)} <FilingMark state={state} />
          {late ? <FilingMark state="late" /> : null}
        </li>
      ))}
    </ul>
  )
}

function Row({ item }: { item: Responsibility }) {
  const since = item.from === null ? '' : `，自${periodLabel(item.from)}起`
  return (
    <tr>
      <td data-label="目标任务">
        <div>
          <Link className="link" href={subjectHref(item.kind, item.subject)} prefetch={false}>
            {item.name}
          </Link>
          <span className="sub">{item.region.shortName}</span>
        </div>
      </td>
      <td data-label="属性" className="nowrap">
        {attribute.labels[item.attribute]}
      </td>
      <td data-label="责任">
        <div>
          {item.roles.map((role) => ROLES[role]).join('、')}
          {item.roles.includes('reports') ? (
            <span className="sub">
              按{FREQUENCY_LABELS[item.frequency]}填报{since}
            </span>
          ) : null}
        </div>
      </td>
      <td data-label="牵头领导">{item.leader === '' ? '—' : item.leader}</td>
      <td data-label="责任人">{item.person === '' ? '—' : item.person}</td>
      <td data-label="完成时限" className="nowrap">
        {item.deadline}
      </td>
      <td data-label="各期填报">
        <Due item={item} />
      </td>
      <td data-label="所在清单">
        <div>
          {item.lists.map(({ code, name }) => (
            <Link key={code} className="link" href={listHref(code)} prefetch={false}>
              {name}
            </Link>
          ))}
        </div>
      </td>
    </tr>
  )
}

/** One body's items with what it has to do with each. */
export function BodyTable({ of }: { of: BodyResponsibility }) {
  const id = `body-${of.body.code}`
  return (
    <section className={s.section} aria-labelledby={id}>
      <h2 id={id}>
        {of.body.name}
        {of.own ? '（本单位）' : ''}
      </h2>
      <div className="scroll" role="group" aria-label={`${of.body.name}的事项`} tabIndex={0}>
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">目标任务</th>
              <th scope="col">属性</th>
              <th scope="col">责任</th>
              <th scope="col">牵头领导</th>
              <th scope="col">责任人</th>
              <th scope="col">完成时限</th>
              <th scope="col">各期填报</th>
              <th scope="col">所在清单</th>
            </tr>
          </thead>
          <tbody>
            {of.items.map((item) => (
              <Row key={`${item.subject} ${item.region.code} ${item.from ?? ''}`} item={item} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
