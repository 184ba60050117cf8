import { FREQUENCY_LABELS, periodLabel } from '@lianxi/schema/period'
import type { BodyResponsibility, Responsibility } from '@lianxi/schema/views/responsibility'
import { attribute } from '@lianxi/schema/vocabulary'
import { subjectHref } from '@/features/board/links'
import { Drawn } from '@/features/drawn/drawn'
import { Fold } from '@/features/ui/fold'
import { listHref } from '@/features/year-list/words'
import { Due } from './due'
import { ROLES } from './words'
import s from './responsibility.module.css'

const keyOf = ({ subject, region, from }: Responsibility): string => `${subject} ${region.code} ${from ?? ''}`

function Row({ item }: { item: Responsibility }) {
  const since = item.from === null ? '' : `，自${periodLabel(item.from)}起`
  return (
    <tr data-key={keyOf(item)}>
      <td data-label="目标任务">
        <div>
          <a className="link" href={subjectHref(item.kind, item.subject)}>
            {item.name}
          </a>
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
        <Due due={item.due} />
      </td>
      <td data-label="所在清单">
        <div>
          {item.lists.map(({ code, name }) => (
            <a key={code} className="link" href={listHref(code)}>
              {name}
            </a>
          ))}
        </div>
      </td>
    </tr>
  )
}

function Table({ of }: { of: BodyResponsibility }) {
  return (
    <div className="scroll" role="group" aria-label={`${of.body.name}的事项`} tabIndex={0}>
      <table className="cards">
        <thead>
          <tr>
            {['目标任务', '属性', '责任', '牵头领导', '责任人', '完成时限', '各期填报', '所在清单'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.items.map((item) => (
            <Row key={keyOf(item)} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Props = { of: BodyResponsibility; folded: boolean; children?: React.ReactNode }

/**
 * One body's items with what it has to do with each; `children`: the way to those that are not here. Folded where
 * others stand beside it: who looks for one does not read all.
 */
export function BodyTable({ of, folded, children }: Props) {
  const id = `body-${of.body.code}`
  const heading = (
    <h2 id={id}>
      {of.body.name}
      {of.own ? '（本单位）' : ''}
      {folded ? `（${of.total}）` : ''}
    </h2>
  )
  const items = (
    <>
      {children}
      {of.total === 0 ? null : (
        <Drawn what={id} of={of.items} also={null}>
          <Table of={of} />
        </Drawn>
      )}
    </>
  )
  return (
    <section className={folded ? undefined : s.section} aria-labelledby={id}>
      {folded ? null : heading}
      {folded ? <Fold summary={heading}>{items}</Fold> : items}
    </section>
  )
}
