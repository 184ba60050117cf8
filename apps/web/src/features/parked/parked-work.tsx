'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { ParkedFilter, ParkedSelection } from '@lianxi/schema/commands/parked'
import { parkedReasonLabel } from '@lianxi/schema/events/parked-reason'
import type { ParkedRow } from '@lianxi/schema/views/parked'
import { momentOf } from '@/features/ui/format'
import { Deeds } from './deeds'
import s from './parked.module.css'
import { PARKED } from './words'

type Props = {
  rows: ParkedRow[]
  total: number
  filter: ParkedFilter
  /** The newest message when this list was drawn: what comes later is not meant by 全部. */
  upTo: string | null
  heads: React.ReactNode
}

function Line({ row, picked, pick }: { row: ParkedRow; picked: boolean; pick: ((on: boolean) => void) | null }) {
  return (
    <tr>
      <td>
        {pick === null ? null : (
          <input
            type="checkbox"
            aria-label={`选择 ${row.topic} @${row.offset}`}
            checked={picked}
            onChange={(event) => pick(event.target.checked)}
          />
        )}
      </td>
      <td data-label="行政区">{row.region === null ? '—' : (row.regionName ?? row.region)}</td>
      <td data-label="原因和说明">
        <div className={s.detail}>
          <Link className="link" href={`${PARKED}/${row.id}`} prefetch={false}>
            {parkedReasonLabel(row.reason)}
          </Link>
          <span className="sub">{row.detail}</span>
          {row.note === null ? null : <span className="sub">舍弃：{row.note}</span>}
        </div>
      </td>
      <td data-label="主题与位置" className="mono">
        <div>
          {row.topic} @{row.offset}
          <span className="sub">{row.key === null ? '' : `键 ${row.key}`}</span>
        </div>
      </td>
      <td data-label="到达时刻" className="nowrap">
        {momentOf(row.appendedAt)}
      </td>
      <td data-label="已重试" className="num">
        {row.tries === 0 ? '—' : row.tries}
      </td>
    </tr>
  )
}

/** The list with what can be done about one, some, or all of what the filters show. */
export function ParkedWork({ rows, total, filter, upTo, heads }: Props) {
  const [picked, setPicked] = useState<string[]>([])
  const [all, setAll] = useState(false)
  const settled = filter.state === 'applied' || filter.state === 'duplicate'
  const chosen = rows.filter(({ id }) => picked.includes(id)).map(({ id }) => id)
  const clear = () => {
    setPicked([])
    setAll(false)
  }
  const pick = (id: string) => (on: boolean) => {
    setAll(false)
    setPicked(on ? [...picked, id] : picked.filter((other) => other !== id))
  }
  const selection: ParkedSelection | null =
    all && upTo !== null ? { filter, upTo } : chosen.length > 0 ? { ids: chosen } : null
  return (
    <>
      {settled ? null : (
        <Deeds state={filter.state} selection={selection} count={all ? total : chosen.length} onDone={clear}>
          <label>
            <input
              type="checkbox"
              checked={all || chosen.length === rows.length}
              onChange={(event) => {
                setAll(false)
                setPicked(event.target.checked ? rows.map(({ id }) => id) : [])
              }}
            />{' '}
            全选本页
          </label>
          {total > rows.length ? (
            <label>
              <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{' '}
              选择筛选出的全部 {total} 条
            </label>
          ) : null}
        </Deeds>
      )}
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">选择</span>
            </th>
            {heads}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} picked={all || picked.includes(row.id)} pick={settled ? null : pick(row.id)} />
          ))}
        </tbody>
      </table>
    </>
  )
}
