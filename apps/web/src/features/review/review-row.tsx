'use client'

import { periodLabel } from '@lianxi/schema/period'
import type { QueueRow } from '@lianxi/schema/views/office'
import { EvidenceLinks } from '@/features/evidence/evidence-links'
import { minuteOf } from '@/features/ui/format'
import { Tag } from '@/features/ui/mark'
import { Shown } from '@/features/status/shown'
import { ObjectWithReport } from './object-with-report'
import { DecideCell, EntryCells } from './review-cells'

export const idOf = (row: Pick<QueueRow, 'subject' | 'period'>): string => `${row.subject} ${row.period}`

export type RowDeeds = {
  busy: boolean
  picked: boolean
  pick: (on: boolean) => void
  approve: () => void
  sendBack: (reason: string) => Promise<boolean>
  said: string | undefined
  objection: string
  object: (text: string) => void
}

type Props = { of: { zone: string; region: string }; row: QueueRow; deeds: RowDeeds }

/** One report to approve: old, new, change, warnings with the reasons given. */
export function ReviewRow({ of, row, deeds }: Props) {
  return (
    <tr data-subject={row.subject}>
      <td className="no-print">
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
      <EntryCells row={row}>
        <Shown {...row.shown} />
        <EvidenceLinks of={{ ...of, subject: row.subject, period: row.period }} files={row.evidence} />
      </EntryCells>
      <DecideCell
        word="通过"
        why={row.approve.allowed ? null : row.approve.why}
        of={`${of.zone} ${of.region} ${idOf(row)}`}
        name={row.name}
        label="退回原因（填报人会看到）"
        busy={deeds.busy}
        accept={deeds.approve}
        sendBack={deeds.sendBack}
        said={deeds.said}
      >
        {row.approve.allowed ? <ObjectWithReport row={row} text={deeds.objection} onChange={deeds.object} /> : null}
      </DecideCell>
    </tr>
  )
}
