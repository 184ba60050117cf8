'use client'

import Link from 'next/link'
import { memo, useId } from 'react'
import { isFigure } from '@lianxi/domain/report-sheet/read-field'
import { cellText } from '@lianxi/domain/report-sheet/typed-cell'
import { periodLabel } from '@lianxi/schema/period'
import type { DueRow } from '@lianxi/schema/views/office'
import { WORK_STATE_LABELS } from '@lianxi/schema/work-state'
import { alsoServed } from '@/features/office/also-served'
import { address } from '@/features/session/search'
import { figure, groupedAsTyped, percent, wan } from '@/features/ui/format'
import { AttributeTag, WorkMark } from '@/features/ui/mark'
import { isAsked } from './asked'
import type { GridColumn } from './columns'
import { GridCell } from './grid-cell'
import s from './grid.module.css'
import { columnOf, isChanged, isWritable, type RowState } from './row-state'
import { RowSaid } from './row-said'
import { findingsSeen, type Seen } from './seen'
import type { GridActions } from './use-grid'
import type { Hands } from './hands'

type Props = {
  state: RowState
  columns: readonly GridColumn[]
  hands: Hands
  actions: GridActions
  /** Field the cursor is in. */
  focused: string | undefined
  /** Fields that were left, joined: a string, so that a row that did not change is not drawn again. */
  touched: string
  attempted: boolean
}

/** What was said last of the column's figure. */
function lastOf({ previous }: DueRow, field: string): string | undefined {
  if (previous === null) return undefined
  switch (field) {
    case 'value':
      return previous.value === null ? undefined : figure(previous.value)
    case 'investedYearWan':
    case 'investedTotalWan':
      return previous[field] === null ? undefined : wan(previous[field])
    case 'progressPercent':
      return previous.progressPercent === null ? undefined : percent(previous.progressPercent)
    default:
      return undefined
  }
}

/** With 本期无变化 a figure stays empty; what was typed comes back when the mark is taken off. */
function textOf({ working }: RowState, field: string): string {
  const { entry, kept } = working
  const empty = entry.nil && (isFigure(entry.kind, field) || field === 'stage')
  return empty ? (kept[field] ?? '') : cellText(working, field)
}

function Head({ state: { row } }: { state: RowState }) {
  const { due, region } = row
  const more = [
    due.promise,
    due.previous === null ? null : `上期为${periodLabel(due.previous.period)}`,
    due.serves.length === 0 ? null : alsoServed(due.serves),
  ]
  return (
    <th scope="row" className={s.name}>
      <AttributeTag attribute={due.attribute} />
      <Link
        className="link"
        href={address('/office', { region, period: due.period, subject: due.subject, at: due.period })}
        prefetch={false}
      >
        {due.name}
      </Link>
      {due.unit === null ? null : `（${due.unit}）`}
      <span className="sub">{more.filter((part) => part !== null).join(' · ')}</span>
    </th>
  )
}

function State({ state }: { state: RowState }) {
  const { due, write } = state.row
  return (
    <td data-label="状态" className={s.state}>
      <div>
        <WorkMark state={due.state}>{WORK_STATE_LABELS[due.state]}</WorkMark>
        {due.overdue ? <span className="sub warned">已逾期</span> : null}
        {isChanged(state) ? <span className="sub warned">有改动未存</span> : null}
        {write.allowed || due.state === 'reported' || due.state === 'submitted' ? null : (
          <span className="sub">{write.why}</span>
        )}
      </div>
    </td>
  )
}

function Row({ state, columns, hands, actions, focused, touched, attempted }: Props) {
  const id = useId()
  const seen: Seen = { focused, touched: new Set(touched.split(' ')), attempted }
  const found = findingsSeen(state, seen)
  const faulty = new Set(found.flatMap(({ level, field }) => (level === 'error' ? [columnOf(field)] : [])))
  const { due } = state.row
  const writable = isWritable(state)
  return (
    <>
      <tr data-subject={due.subject} data-state={due.state} data-changed={isChanged(state)}>
        <Head state={state} />
        {columns.map((column) => {
          const { field, title, sort } = column
          const text = textOf(state, field)
          const last = lastOf(due, field)
          // Whoever empties a cell that is not asked stays in it until he leaves.
          const open = writable && (isAsked(state, field) || focused === field)
          return (
            <td key={field} data-label={title} data-sort={sort} data-empty={!open && text === ''}>
              {open ? (
                <GridCell
                  place={placeOf(state.id, field)}
                  column={column}
                  label={`${due.name} ${title}`}
                  text={text}
                  bad={faulty.has(field)}
                  described={faulty.has(field) ? `${id}-${field}` : undefined}
                  hands={hands}
                />
              ) : (
                <span className={s.fixed}>{sort === 'figure' ? groupedAsTyped(text) : text}</span>
              )}
              {last === undefined ? null : <small>上期 {last}</small>}
            </td>
          )
        })}
        <State state={state} />
      </tr>
      <RowSaid
        id={id}
        state={state}
        found={found}
        columns={columns}
        hands={hands}
        actions={actions}
        attempted={attempted}
      />
    </>
  )
}

const places = new Map<string, { id: string; field: string }>()
/** The same object for the same cell, so that a cell that did not change is not drawn again. */
function placeOf(id: string, field: string) {
  const key = `${id} ${field}`
  const known = places.get(key) ?? { id, field }
  places.set(key, known)
  return known
}

export const GridRowView = memo(Row)
