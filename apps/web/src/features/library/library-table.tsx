import Link from 'next/link'
import type { LibraryList, LibraryRow } from '@lianxi/schema/views/library'
import { subjectHref } from '@/features/board/links'
import { SortHead } from '@/features/board/sort-head'
import type { Query } from '@/features/session/search'
import { wan } from '@/features/ui/format'
import { LIBRARY, placeText, standingNote, standingText } from './words'

function Row({ row }: { row: LibraryRow }) {
  const href = subjectHref('project', row.code)
  return (
    <tr>
      <td>
        <div>
          <Link href={href} className="link" prefetch={false}>
            {row.name}
          </Link>
          <span className="sub">
            {row.code} · {row.plans.join('、')}
            {row.listings > 1 ? ` · 合并 ${row.listings} 处登记` : ''}
          </span>
        </div>
      </td>
      <td data-label="地区" className={row.regions.length === 1 ? 'nowrap' : undefined}>
        {row.regions.join('、')}
      </td>
      <td data-label="领域" className="nowrap">
        {row.field}
      </td>
      <td data-label="阶段">
        <div>
          {standingText(row.standing)}
          <span className="sub">{standingNote(row.standing)}</span>
          {row.contradiction === null ? null : <span className="warned">≠ {row.contradiction}</span>}
        </div>
      </td>
      <td data-label="总投资（万元）" className="num">
        {wan(row.investmentWan)}
      </td>
      <td data-label="开工" className="nowrap">
        {row.startIn ?? '—'}
      </td>
      <td data-label="投产" className="nowrap">
        {row.completeIn ?? '—'}
      </td>
      <td data-label="本年归类" className="nowrap">
        {placeText(row.place)}
      </td>
      <td data-label="疑似同一" className="num">
        {row.suspicions === 0 ? (
          '—'
        ) : (
          <Link
            href={`${href}#same`}
            className="link"
            prefetch={false}
            aria-label={`${row.name}：疑似同一项目 ${row.suspicions}`}
          >
            {row.suspicions}
          </Link>
        )}
      </td>
    </tr>
  )
}

/** Projects of the library; sums are those of the leading listing. */
export function LibraryTable({ list, query }: { list: LibraryList; query: Query }) {
  const head = { path: LIBRARY, query }
  return (
    <div className="scroll" role="region" aria-label="项目储备库" tabIndex={0}>
      <table className="cards runs" data-list="library">
        <thead>
          <tr>
            <SortHead {...head} sort="name">
              项目
            </SortHead>
            <SortHead {...head} sort="region">
              地区
            </SortHead>
            <SortHead {...head} sort="field">
              领域
            </SortHead>
            <SortHead {...head} sort="rung">
              阶段
            </SortHead>
            <SortHead {...head} sort="investment" numeric>
              总投资（万元）
            </SortHead>
            <SortHead {...head} sort="start">
              开工
            </SortHead>
            <SortHead {...head} sort="complete">
              投产
            </SortHead>
            <th scope="col">{list.year}年归类</th>
            <th scope="col" className="num">
              疑似同一
            </th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <Row key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
