'use client'

import type { QueueRow } from '@lianxi/schema/views/office'
import { status as statuses } from '@lianxi/schema/status-vocabulary'
import { ReasonField } from '@/features/command/reason-field'
import s from './review.module.css'

type Props = { row: QueueRow; text: string; onChange: (text: string) => void }

/** An objection that goes out with the report: whoever sees the status sees it beside. It is kept until the report is approved. */
export function ObjectWithReport({ row: { shown }, text, onChange }: Props) {
  if (shown.then === null) return null
  return (
    <details className={s.object}>
      <summary>
        对“{statuses.labels[shown.then.status]}”有异议{text === '' ? '' : '（已写，通过时公布）'}
      </summary>
      <ReasonField
        label="异议（通过时随填报一并公布，与判定并列显示）"
        rows={3}
        limit={1000}
        required={false}
        value={text}
        onChange={onChange}
      />
    </details>
  )
}
