'use client'

import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import type { AppliedRow as Row } from '@lianxi/schema/views/applied'
import { subjectHref } from '@/features/board/links'
import { EvidenceLinks } from '@/features/evidence/evidence-links'
import { minuteOf } from '@/features/ui/format'
import { FilingMark, Tag } from '@/features/ui/mark'
import { StatusSign } from '@/features/ui/status-mark'
import { DecideCell, EntryCells } from './review-cells'

export type AppliedDeeds = {
  busy: boolean
  picked: boolean
  pick: (on: boolean) => void
  confirm: () => void
  giveBack: (reason: string) => Promise<boolean>
  said: string | undefined
}

/** One report on the board: old, new, change, warnings with their reasons, and what is shown of it. */
export function AppliedRow({ zone, row, deeds }: { zone: string; row: Row; deeds: AppliedDeeds }) {
  const key = { zone, subject: row.subject, region: row.region.code, period: row.period }
  return (
    <tr data-subject={row.subject} data-region={row.region.code}>
      <td className="no-print">
        <input
          type="checkbox"
          aria-label={`选中 ${row.region.shortName} ${row.name}`}
          checked={deeds.picked}
          onChange={(event) => deeds.pick(event.target.checked)}
        />
      </td>
      <td>
        {row.revision > 1 ? <Tag>更正</Tag> : null}
        <Link className="link" href={`${subjectHref(row.kind, row.subject)}#${row.report}`} prefetch={false}>
          {row.name}
        </Link>
        <span className="sub">
          {row.region.shortName} · {periodLabel(row.period)}
          {row.unit === null ? '' : ` · ${row.unit}`} · {row.reportedBy} 填报，{row.approvedBy} 审核，
          {minuteOf(row.appliedAt)} 入总览
        </span>
        {row.late ? <FilingMark state="late" /> : null}
        {row.correctionReason === null ? null : <span className="sub">更正原因：{row.correctionReason}</span>}
      </td>
      <EntryCells row={row}>
        {row.shown === null ? null : (
          <p title={row.shown.sentence}>
            <StatusSign status={row.shown.status} />
          </p>
        )}
        <EvidenceLinks of={key} files={row.evidence} />
      </EntryCells>
      <DecideCell
        word="确认"
        why={null}
        of={row.report}
        name={row.name}
        label="退回原因（填报单位会看到）"
        busy={deeds.busy}
        accept={deeds.confirm}
        sendBack={deeds.giveBack}
        said={deeds.said}
      />
    </tr>
  )
}
