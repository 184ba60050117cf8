'use client'

import { useState } from 'react'
import { periodLabel } from '@lianxi/schema/period'
import type { QueueRow } from '@lianxi/schema/views/office'
import commandStyles from '@/features/command/command.module.css'
import { EvidenceLinks } from '@/features/evidence/evidence-links'
import { EntrySaid } from '@/features/office/entry-said'
import { minuteOf } from '@/features/ui/format'
import { Tag } from '@/features/ui/mark'
import { Shown } from '@/features/status/shown'
import { ObjectWithReport } from './object-with-report'
import { Before, changeWords, Findings, SendBack } from './review-cells'

export const idOf = (row: Pick<QueueRow, 'subject' | 'period'>): string => `${row.subject} ${row.period}`

export type RowDeeds = {
  busy: boolean
  picked: boolean
  pick: (on: boolean) => void
  approve: () => void
  sendBack: (reason: string) => void
  said: string | undefined
  objection: string
  object: (text: string) => void
}

function Deeds({ row, deeds }: { row: QueueRow; deeds: RowDeeds }) {
  const [asking, setAsking] = useState(false)
  return (
    <td>
      {row.approve.allowed ? (
        <div className={commandStyles.actions}>
          <button type="button" className="small primary" disabled={deeds.busy} onClick={deeds.approve}>
            通过
          </button>
          <button type="button" className="small" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            退回…
          </button>
        </div>
      ) : (
        <small>{row.approve.why}</small>
      )}
      {asking ? (
        <SendBack
          label="退回原因（填报人会看到）"
          busy={deeds.busy}
          send={deeds.sendBack}
          close={() => setAsking(false)}
        />
      ) : null}
      {row.approve.allowed ? <ObjectWithReport row={row} text={deeds.objection} onChange={deeds.object} /> : null}
      {deeds.said === undefined ? null : (
        <p className="bad" role="alert">
          {deeds.said}
        </p>
      )}
    </td>
  )
}

type Props = { of: { zone: string; region: string }; row: QueueRow; deeds: RowDeeds }

/** One report to approve: old, new, change, warnings with the reasons given. */
export function ReviewRow({ of, row, deeds }: Props) {
  return (
    <tr data-subject={row.subject}>
      <td>
        {row.approve.allowed ? (
          <input
            type="checkbox"
            aria-label={`选中 ${row.name}`}
            checked={deeds.picked}
            onChange={(event) => deeds.pick(event.target.checked)}
          />
        ) : null}
      </td>
      <td>
        {row.revision > 1 ? <Tag>更正</Tag> : null}
        {row.name}
        <span className="sub">
          {periodLabel(row.period)}
          {row.unit === null ? '' : ` · ${row.unit}`} · {row.submittedByName} {minuteOf(row.submittedAt)} 提交
        </span>
        {row.correctionReason === null ? null : <span className="sub">更正原因：{row.correctionReason}</span>}
      </td>
      <td data-label="原值">
        <div>
          <Before row={row} />
        </div>
      </td>
      <td data-label="新值">
        <div>
          <EntrySaid entry={row.entry} unit={row.unit} />
          <Shown {...row.shown} />
          <EvidenceLinks of={{ ...of, subject: row.subject, period: row.period }} files={row.evidence} />
        </div>
      </td>
      <td className="num" data-label="较上期">
        {changeWords(row)}
      </td>
      <td data-label="提示与说明" data-empty={row.findings.length === 0}>
        <div>
          <Findings findings={row.findings} />
        </div>
      </td>
      <Deeds row={row} deeds={deeds} />
    </tr>
  )
}
