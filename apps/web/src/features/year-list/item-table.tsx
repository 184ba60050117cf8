import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'
import { attribute, itemAnswer } from '@lianxi/schema/vocabulary'
import { FREQUENCY_LABELS } from '@lianxi/schema/period'
import { Drawn } from '@/features/drawn/drawn'
import { address, type Query } from '@/features/session/search'
import { ANSWER_MARKS, baselineText, LINE, listHref, pathText, yearValue } from './words'
import s from './year-list.module.css'

function Path({ item }: { item: ListItemView }) {
  return (
    <div>
      {pathText(item)}
      {(item.content.project?.milestones ?? []).map(({ name, dueOn }) => (
        <span key={name} className="sub">
          {dueOn} {name}
        </span>
      ))}
    </div>
  )
}

function Position({ item, choosing }: Pick<RowProps, 'item' | 'choosing'>) {
  const box = (
    <input type="checkbox" name={LINE} value={item.code} aria-label={`第${item.position}项`} autoComplete="off" />
  )
  return (
    <td className="num">
      {choosing && item.mine ? box : null} {item.position}
    </td>
  )
}

type RowProps = { list: YearListView; item: ListItemView; query: Query; choosing: boolean }

function Row({ list, item, query, choosing }: RowProps) {
  const { content } = item
  const value = yearValue(item, list.year)
  return (
    <tr data-key={item.code} data-selected={query['item'] === item.code}>
      <Position item={item} choosing={choosing} />
      <td data-label="领域" className="nowrap">
        {item.domain ?? '—'}
      </td>
      <td data-label="目标任务">
        <div>
          <a className="link" href={address(listHref(list.code), { ...query, item: item.code })}>
            {item.name}
          </a>
          <span className="sub">
            {item.region.shortName}
            {item.revision === 0 ? '' : ` · 修订 ${item.revision} 次`}
          </span>
          {item.basis === null ? null : <span className="sub">依据：{item.basis}</span>}
        </div>
      </td>
      <td data-label="属性" className="nowrap">
        {attribute.labels[content.attribute]}
      </td>
      <td data-label="基期" className="num">
        {baselineText(item)}
      </td>
      <td data-label="规划目标">{item.planValue ?? '—'}</td>
      <td data-label={`${list.year}年`} className="num">
        <div>
          {value.text}
          <span className="sub">{value.origin}</span>
        </div>
      </td>
      <td data-label="各年目标、节点">
        <Path item={item} />
      </td>
      <td data-label="工作举措">{content.measures === '' ? '—' : content.measures}</td>
      <td data-label="牵头领导">{content.leader === '' ? '—' : content.leader}</td>
      <td data-label="牵头单位">
        <div>
          {item.leadBody.name}
          {isEnded(list, item) ? <span className="sub bad">※ 牵头或填报单位已撤销</span> : null}
          {content.person === '' ? null : <span className="sub">{content.person}</span>}
        </div>
      </td>
      <td data-label="责任单位">{item.coBodies.map(({ name }) => name).join('、') || '—'}</td>
      <td data-label="完成时限" className="nowrap">
        <div>
          {content.deadline}
          <span className="sub">按{FREQUENCY_LABELS[content.frequency]}填报</span>
        </div>
      </td>
      <td data-label="认领" className="nowrap">
        {ANSWER_MARKS[item.answer]} {itemAnswer.labels[item.answer]}
      </td>
    </tr>
  )
}

/** A body that was dissolved after the item was written: somebody has to take it over. */
const isEnded = ({ bodies }: YearListView, { content: { body, leadBody } }: ListItemView): boolean =>
  bodies.some(({ code, ended }) => ended && (code === body || code === leadBody))

type TableProps = { list: YearListView; items: ListItemView[]; query: Query; choosing: boolean }

function Table({ list, items, query, choosing }: TableProps) {
  return (
    <div className="scroll" role="group" aria-label="清单事项" tabIndex={0}>
      <table className={`cards ${s.items ?? ''}`}>
        <thead>
          <tr>
            <th scope="col" className="num">
              序号
            </th>
            <th scope="col">领域</th>
            <th scope="col">目标任务</th>
            <th scope="col">属性</th>
            <th scope="col" className="num">
              基期
            </th>
            <th scope="col">规划目标</th>
            <th scope="col" className="num">
              {list.year}年
            </th>
            <th scope="col">各年目标、节点</th>
            <th scope="col">工作举措</th>
            <th scope="col">牵头领导</th>
            <th scope="col">牵头单位</th>
            <th scope="col">责任单位</th>
            <th scope="col">完成时限</th>
            <th scope="col">认领</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.code} list={list} item={item} query={query} choosing={choosing} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The list in the layout offices know; a line opens beside it. `choosing`: the viewer's own lines have boxes. */
export const ItemTable = (props: TableProps) => (
  <Drawn what="items" of={props.items} also={[props.query, props.choosing]}>
    <Table {...props} />
  </Drawn>
)
