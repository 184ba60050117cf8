'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { periodLabel } from '@lianxi/schema/period'
import type { DueRow } from '@lianxi/schema/views/office'
import { WORK_STATE_LABELS } from '@lianxi/schema/work-state'
import { TroubleNote } from '@/features/command/trouble-note'
import { useCommand } from '@/features/command/use-command'
import { api } from '@/features/live/client'
import { Notice } from '@/features/shell/page-head'
import { sinceOf, standsFor } from '@/features/ui/format'
import { AttributeTag, Tag, WorkMark } from '@/features/ui/mark'
import { alsoServed } from './also-served'
import { doneWords } from './entry-said'
import s from './office.module.css'

export type DueLine = DueRow & { href: string; selected: boolean }
type Props = { zone: string; region: string; rows: DueLine[]; mayWrite: boolean; now: string }

const idOf = (row: Pick<DueRow, 'subject' | 'period'>): string => `${row.subject} ${row.period}`
const isOpen = (row: DueRow): boolean =>
  row.editable && ['to-fill', 'draft', 'returned', 'sent-back'].includes(row.state)
/** What somebody wrote is not replaced by 本期无变化 from a list that does not show it. */
const canBeNil = (row: DueRow): boolean => isOpen(row) && !row.held

function Now({ row }: { row: DueRow }) {
  if (row.nil) return <>无变化</>
  const current = row.current
  if (current === null) return null
  if (current.doneOn !== null && !current.value) return <>{doneWords(current.doneOn)}</>
  return (
    <>
      {current.value ??
        (current.progressPercent === null || current.progressPercent === '' ? '' : `${current.progressPercent}%`)}
    </>
  )
}

function Said({ row }: { row: DueRow }) {
  const where = [row.kind === 'project' ? '项目' : row.unit, row.promise, row.source.planName]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      {row.returned === null ? null : (
        <span className="sub">
          <span className="bad">退回：</span>
          {row.returned.reason}（{row.returned.by}）
        </span>
      )}
      {row.objections.map(({ message }) => (
        <span key={message} className="sub warned">
          核对：{message}
        </span>
      ))}
      <span className="sub">
        {where}
        {row.serves.length === 0 ? '' : ` · ${alsoServed(row.serves)}`}
        {row.missed.length === 0 ? '' : ` · 此前未报 ${row.missed.map(periodLabel).join('、')}`}
      </span>
    </>
  )
}

type RowProps = { row: DueLine; picked: boolean; pick: ((on: boolean) => void) | null; now: string }

function Row({ row, picked, pick, now }: RowProps) {
  const label =
    row.state === 'reported' && row.onBoardAt !== null
      ? `${WORK_STATE_LABELS.reported} ${sinceOf(row.onBoardAt, now)}`
      : WORK_STATE_LABELS[row.state]
  return (
    <tr data-selected={row.selected} data-state={row.state} data-subject={row.subject}>
      <td>
        {pick === null ? null : (
          <input
            type="checkbox"
            aria-label={`选中 ${row.name}`}
            checked={picked}
            onChange={(event) => pick(event.target.checked)}
          />
        )}
      </td>
      <td>
        <AttributeTag attribute={row.attribute} />
        {row.crossRegion ? <Tag>跨区域</Tag> : null}
        <Link href={row.href} prefetch={false} scroll={false} aria-current={row.selected ? 'true' : undefined}>
          {row.selected ? <b>{row.name}</b> : row.name}
        </Link>
        <Said row={row} />
      </td>
      <td className="num" data-label="上期">
        {row.previous === null ? '—' : standsFor(row.previous)}
      </td>
      <td className="num" data-label="本期" data-empty={row.current === null && !row.nil}>
        <Now row={row} />
      </td>
      <td data-label="状态">
        <div>
          <WorkMark state={row.state}>{label}</WorkMark>
          {row.overdue ? <span className="sub warned">已逾期</span> : null}
          {row.direct ? <span className="sub">系统直报</span> : null}
          {row.editable || row.direct || row.state === 'reported' ? null : <span className="sub">本期已关闭</span>}
        </div>
      </td>
    </tr>
  )
}

function useNil({ zone, region, rows }: Props, picked: string[], clear: () => void) {
  const router = useRouter()
  const { busy, trouble, send } = useCommand()
  const [said, setSaid] = useState<{ done: number; refused: string[] }>()
  const run = async () => {
    const reports = rows
      .filter((row) => canBeNil(row) && picked.includes(idOf(row)))
      .map(({ subject, period, version }) => ({ subject, period, expectedVersion: version }))
    const answer = await send({ reports }, (idempotencyKey) =>
      api.report.nil.mutate({ zone, region, idempotencyKey, reports }),
    )
    if (answer === undefined) return
    const refused = answer.results.flatMap(({ subject, result }) =>
      result.ok ? [] : [`${rows.find((row) => row.subject === subject)?.name ?? subject}：${result.refusal.message}`],
    )
    setSaid({ done: answer.results.length - refused.length, refused })
    clear()
    router.refresh()
  }
  return { busy, trouble, said, run }
}

const named = (names: string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 条` : names.join('、')

/** 本期无变化 for all picked lines, and what came of it line by line. */
type NilBarProps = { nil: ReturnType<typeof useNil>; count: number; held: string[]; mayWrite: boolean }

function NilBar({ nil, count, held, mayWrite }: NilBarProps) {
  return (
    <>
      {mayWrite ? (
        <p className="no-print">
          <button type="button" className="small" disabled={nil.busy || count === 0} onClick={() => void nil.run()}>
            本期无变化（{count}）
          </button>{' '}
          <small>
            勾选没有变化的事项，一次提交审核
            {held.length === 0 ? '' : `。已有填写内容的不能成批报无变化，请逐条打开办理：${named(held)}`}
          </small>
        </p>
      ) : null}
      <div role="status">
        {nil.said === undefined ? null : (
          <Notice bad={nil.said.refused.length > 0}>
            已提交审核 {nil.said.done} 条。
            {nil.said.refused.length === 0
              ? ''
              : `未能提交 ${nil.said.refused.length} 条：${nil.said.refused.join('；')}`}
          </Notice>
        )}
      </div>
      <TroubleNote trouble={nil.trouble} retry={() => void nil.run()} />
    </>
  )
}

/** 待办清单 in the order of work; several picked lines become 本期无变化 at once. */
export function DueTable(props: Props) {
  const { rows, mayWrite, now } = props
  const [picked, setPicked] = useState<string[]>([])
  const nil = useNil(props, picked, () => setPicked([]))
  const able = rows.filter(canBeNil).map(idOf)
  const held = rows.filter((row) => isOpen(row) && row.held).map(({ name }) => name)
  const chosen = picked.filter((id) => able.includes(id))
  const pick = (id: string) => (on: boolean) => setPicked(on ? [...picked, id] : picked.filter((other) => other !== id))
  return (
    <>
      <NilBar nil={nil} count={chosen.length} held={held} mayWrite={mayWrite} />
      <table className={`cards ${s.due ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">
              {mayWrite ? (
                <PickAll able={able} picked={chosen} set={setPicked} />
              ) : (
                <span className="hidden">选择</span>
              )}
            </th>
            <th scope="col">指标或项目</th>
            <th scope="col" className="num">
              上期
            </th>
            <th scope="col" className="num">
              本期
            </th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={idOf(row)}
              row={row}
              picked={chosen.includes(idOf(row))}
              pick={mayWrite && canBeNil(row) ? pick(idOf(row)) : null}
              now={now}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

function PickAll({ able, picked, set }: { able: string[]; picked: string[]; set: (ids: string[]) => void }) {
  return (
    <input
      type="checkbox"
      aria-label="全选可以成批报无变化的事项"
      disabled={able.length === 0}
      checked={able.length > 0 && picked.length === able.length}
      onChange={(event) => set(event.target.checked ? able : [])}
    />
  )
}
