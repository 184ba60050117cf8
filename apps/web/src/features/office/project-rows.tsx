'use client'

import { matterKind } from '@lianxi/schema/vocabulary'
import { LengthNote } from '@/features/command/length-note'
import { MatterKind } from '@lianxi/schema/vocabulary'
import type { FieldState } from './field'
import f from './form.module.css'
import { type EntryOf, PROJECT_TITLES } from './titles'

type Props = { entry: EntryOf<'project'>; state: FieldState; change: (entry: EntryOf<'project'>) => void }

function Errors({ state, field }: { state: FieldState; field: string }) {
  return state.findings(field).map((finding) => (
    <p key={finding.code} className={f.error} role="alert">
      {finding.message}
    </p>
  ))
}

const replaced = <Row,>(rows: Row[], index: number, row: Row): Row[] =>
  rows.map((old, at) => (at === index ? row : old))
const without = <Row,>(rows: Row[], index: number): Row[] => rows.filter((_, at) => at !== index)

/** 已完成节点: the year's planned ones are offered by name; a date needs both ends, else six-digit years slip in. */
export function Milestones({ entry, state, change, planned, last }: Props & { planned: string[]; last: string }) {
  const rows = entry.milestones
  const set = (milestones: typeof rows) => change({ ...entry, milestones })
  const open = planned.filter((name) => rows.every((row) => row.name !== name))
  return (
    <div className={f.field} role="group" aria-label={PROJECT_TITLES.milestones}>
      <span className={f.label}>{PROJECT_TITLES.milestones}</span>
      <div className={f.rows}>
        {rows.map((row, index) => (
          <div key={index}>
            <div className={f.row}>
              <input
                type="text"
                name={`milestones.${index}.name`}
                aria-label={`节点 ${index + 1} 名称`}
                maxLength={200}
                value={row.name}
                onChange={(event) => set(replaced(rows, index, { ...row, name: event.target.value }))}
              />
              <input
                type="date"
                name={`milestones.${index}.reachedOn`}
                aria-label={`节点 ${index + 1} 完成日期`}
                min="2015-01-01"
                max={last}
                value={row.reachedOn}
                onChange={(event) => set(replaced(rows, index, { ...row, reachedOn: event.target.value }))}
              />
              <button
                type="button"
                className="small no-print"
                aria-label={`删去节点 ${index + 1}`}
                onClick={() => set(without(rows, index))}
              >
                删去
              </button>
            </div>
            <Errors state={state} field={`milestones.${index}.name`} />
            <Errors state={state} field={`milestones.${index}.reachedOn`} />
          </div>
        ))}
        <div className={`${f.row ?? ''} no-print`}>
          {[...open, ''].map((name) => (
            <button key={name} type="button" className="small" onClick={() => set([...rows, { name, reachedOn: '' }])}>
              ＋ {name === '' ? '其他节点' : name}
            </button>
          ))}
        </div>
      </div>
    </div>
  )
}

/** 需协调事项: what the office cannot solve alone, with its kind. */
export function Matters({ entry, state, change }: Props) {
  const rows = entry.matters
  const set = (matters: typeof rows) => change({ ...entry, matters })
  return (
    <div className={f.field} role="group" aria-label={PROJECT_TITLES.matters}>
      <span className={f.label}>{PROJECT_TITLES.matters}</span>
      <div className={f.rows}>
        {rows.map((row, index) => (
          <div key={index}>
            <div className={f.row}>
              <select
                aria-label={`事项 ${index + 1} 类别`}
                value={row.kind}
                onChange={(event) =>
                  set(replaced(rows, index, { ...row, kind: MatterKind.catch('other').parse(event.target.value) }))
                }
              >
                {matterKind.words.map((word) => (
                  <option key={word} value={word}>
                    {matterKind.labels[word]}
                  </option>
                ))}
              </select>
              <textarea
                name={`matters.${index}.text`}
                aria-label={`事项 ${index + 1} 需要协调什么`}
                rows={2}
                maxLength={500}
                value={row.text}
                onChange={(event) => set(replaced(rows, index, { ...row, text: event.target.value }))}
              />
              <button
                type="button"
                className="small no-print"
                aria-label={`删去事项 ${index + 1}`}
                onClick={() => set(without(rows, index))}
              >
                删去
              </button>
            </div>
            <LengthNote text={row.text} limit={500} />
            <Errors state={state} field={`matters.${index}.text`} />
          </div>
        ))}
        <div className={`${f.row ?? ''} no-print`}>
          <button type="button" className="small" onClick={() => set([...rows, { kind: 'land', text: '' }])}>
            ＋ 提出事项
          </button>
          <small>本单位不能独自解决、需要上级或其他地区协调的</small>
        </div>
      </div>
    </div>
  )
}
