'use client'

import { useState } from 'react'
import type { Entry } from '@lianxi/schema/commands/entry'
import { periodLabel } from '@lianxi/schema/period'
import type { LastFigure } from '@lianxi/schema/views/cell'
import { stage as stages } from '@lianxi/schema/vocabulary'
import commandStyles from '@/features/command/command.module.css'
import { ReasonField, RETURN_TEMPLATES } from '@/features/command/reason-field'
import { EntrySaid } from '@/features/office/entry-said'
import { grouped, moneyInWords, percent } from '@/features/ui/format'
import s from './review.module.css'

type Compared = { published: Entry | null; previous: LastFigure | null; unit: string | null; change: string | null }

/** What stood before: the revision that is corrected, else the last period's figure. */
export function Before({ row: { published, previous, unit } }: { row: Compared }) {
  if (published !== null) {
    return (
      <>
        <small>更正前</small>
        <EntrySaid entry={published} unit={unit} />
      </>
    )
  }
  if (previous === null) return <span className="quiet">首次填报</span>
  return (
    <>
      {previous.value === null ? null : <b>{grouped(previous.value)}</b>}
      {previous.stage === null ? null : `${stages.labels[previous.stage]} · ${percent(previous.progressPercent)}`}
      {previous.investedTotalWan === null ? null : (
        <span className="sub">累计 {moneyInWords(previous.investedTotalWan)}</span>
      )}
      <span className="sub">{periodLabel(previous.period)}</span>
    </>
  )
}

export function changeWords({ change }: Pick<Compared, 'change'>): string {
  if (change === null) return '—'
  return change.startsWith('-') ? grouped(change) : `+${grouped(change)}`
}

type Finding = { code: string; message: string; reason: string | null }

export function Findings({ findings }: { findings: readonly Finding[] }) {
  return findings.map((finding) => (
    <p key={finding.code} className={s.finding}>
      {finding.message}
      <span className="sub">说明：{finding.reason ?? '未说明'}</span>
    </p>
  ))
}

type Sending = { label: string; busy: boolean; send: (reason: string) => void; close: () => void }

/** 退回, which needs a reason. */
export function SendBack({ label, busy, send, close }: Sending) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const press = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() !== '') send(reason)
  }
  return (
    <>
      <ReasonField
        label={label}
        value={reason}
        onChange={setReason}
        error={missing ? '请写明退回原因。' : undefined}
        templates={RETURN_TEMPLATES}
      />
      <div className={commandStyles.actions}>
        <button type="button" className="small primary" disabled={busy} onClick={press}>
          退回
        </button>
        <button type="button" className="small" onClick={close}>
          取消
        </button>
      </div>
    </>
  )
}
