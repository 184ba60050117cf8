'use client'

import { useRef } from 'react'
import type { OfficeGrid } from '@lianxi/schema/views/office-grid'
import { subjectKind } from '@lianxi/schema/vocabulary'
import { GridBar, Keys } from './grid-bar'
import { GridRowView } from './grid-row'
import { showWanted } from './hands'
import s from './grid.module.css'
import { LeftOverNote } from './left-over-note'
import { isBegun } from './row-state'
import { type GridTable, tablesOf } from './tables'
import { useGrid } from './use-grid'
import { cellId, useHands } from './use-hands'
import { type Deed, useSend } from './use-send'

type Props = { zone: string; userId: string; grid: OfficeGrid }

/** 表格填报: all an office owes with a period, filled in like a sheet; kept, checked and sent like the form. */
export function Grid({ zone, userId, grid }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const rows = useGrid(grid, userId)
  const { states, actions, unsaved } = rows
  const sending = useSend({ zone, region: grid.region.code }, rows)
  const tables = tablesOf(states)
  const run = (deed: Deed) =>
    void sending.run(deed).then((whole) => {
      if (!whole && deed === 'submit') showWanted(box.current)
    })
  const { hands, focus, touched, left, forget } = useHands(box, { tables, actions, send: run })
  const row = ({ id, state }: GridTable['rows'][number], { columns }: GridTable) => (
    <GridRowView
      key={id}
      state={state}
      columns={columns}
      hands={hands}
      actions={actions}
      focused={focus?.id === id ? focus.field : undefined}
      touched={columns
        .map(({ field }) => field)
        .filter((field) => touched.has(cellId({ id, field })))
        .join(' ')}
      attempted={sending.attempted.includes(id)}
    />
  )
  const bar = <GridBar sending={sending} run={run} unsaved={unsaved} begun={states.filter(isBegun).length} />
  return (
    <div ref={box} data-grid>
      <Keys />
      <LeftOverNote left={left} forget={forget} />
      {tables.map((table) => (
        <section key={table.kind} className={s.section} aria-labelledby={`grid-${table.kind}`}>
          <h2 id={`grid-${table.kind}`}>
            {subjectKind.labels[table.kind]}（{table.rows.length}）
          </h2>
          <div className="scroll">
            <table className={`cards ${s.grid ?? ''}`} data-kind={table.kind}>
              <thead>
                <tr>
                  <th scope="col">{table.kind === 'target' ? '指标（单位）与目标' : '项目与计划'}</th>
                  {table.columns.map(({ field, title, sort }) => (
                    <th key={field} scope="col" data-sort={sort}>
                      {title}
                    </th>
                  ))}
                  <th scope="col">状态</th>
                </tr>
              </thead>
              <tbody>{table.rows.map((one) => row(one, table))}</tbody>
            </table>
          </div>
        </section>
      ))}
      {bar}
    </div>
  )
}
