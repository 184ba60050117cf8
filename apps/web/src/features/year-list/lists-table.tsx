import type { YearListLine } from '@lianxi/schema/views/year-list'
import { yearListState } from '@lianxi/schema/vocabulary'
import { Drawn } from '@/features/drawn/drawn'
import { listHref } from './words'

function Line({ list }: { list: YearListLine }) {
  return (
    <tr data-key={list.code}>
      <td>
        <a className="link" href={listHref(list.code)}>
          {list.name}
        </a>
      </td>
      <td data-label="年度" className="nowrap">
        {list.year}
      </td>
      <td data-label="制定单位">{list.owner.name}</td>
      <td data-label="状态">
        <div>
          {yearListState.labels[list.phase]}
          {list.adopted === null ? null : (
            <span className="sub">
              {list.adopted.on} {list.adopted.basis}
            </span>
          )}
        </div>
      </td>
      <td data-label="事项" className="num">
        {list.items}
      </td>
      <td data-label="已认领" className="num">
        {list.agreed}
      </td>
      <td data-label="异议、疑问" className="num">
        {list.disputed === 0 ? '—' : <b>{list.disputed}</b>}
      </td>
      <td data-label="待您认领" className="num">
        {list.yours === 0 ? '—' : <b>{list.yours}</b>}
      </td>
    </tr>
  )
}

function Table({ lists }: { lists: YearListLine[] }) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">清单</th>
          <th scope="col">年度</th>
          <th scope="col">制定单位</th>
          <th scope="col">状态</th>
          {['事项', '已认领', '异议、疑问', '待您认领'].map((count) => (
            <th key={count} scope="col" className="num">
              {count}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <Line key={list.code} list={list} />
        ))}
      </tbody>
    </table>
  )
}

/** A line a list; a province has two hundred a year. */
export const ListsTable = ({ lists }: { lists: YearListLine[] }) => (
  <Drawn what="lists" of={lists} also={null}>
    <Table lists={lists} />
  </Drawn>
)
