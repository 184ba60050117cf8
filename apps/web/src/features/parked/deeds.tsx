'use client'

import { useState } from 'react'
import type { ParkedSelection, ParkedState } from '@lianxi/schema/commands/parked'
import { ReasonField } from '@/features/command/reason-field'
import { TroubleNote } from '@/features/command/trouble-note'
import s from './parked.module.css'
import { DISCARD_TEMPLATES, useParkedDeeds } from './use-parked-deeds'

type Props = {
  state: ParkedState
  /** What is meant; null: nothing is picked yet. */
  selection: ParkedSelection | null
  count: number
  onDone?: () => void
  children?: React.ReactNode
}

type Asking = {
  count: number
  busy: boolean
  error: string | undefined
  discard: (reason: string) => void
  cancel: () => void
}

function DiscardReason({ count, busy, error, discard, cancel }: Asking) {
  const [reason, setReason] = useState('')
  return (
    <>
      <ReasonField
        label="舍弃原因（行政区会看到）"
        value={reason}
        onChange={setReason}
        templates={DISCARD_TEMPLATES}
        error={error}
      />
      <div className={s.bar}>
        <button type="button" className="primary" disabled={busy} onClick={() => discard(reason)}>
          确认舍弃 {count} 条
        </button>
        <button type="button" onClick={cancel}>
          取消
        </button>
      </div>
    </>
  )
}

/** 重试、舍弃 for open messages, 恢复 for discarded ones; what is in the database needs nothing. */
export function Deeds({ state, selection, count, onDone, children }: Props) {
  const { busy, trouble, said, retry, discard, reopen } = useParkedDeeds()
  const [asking, setAsking] = useState(false)
  const off = busy || selection === null
  const then = (done: Promise<boolean>) =>
    void done.then((ok) => {
      if (!ok) return
      setAsking(false)
      onDone?.()
    })
  return (
    <div className="no-print">
      <div className={s.bar}>
        {children}
        {state === 'open' ? (
          <>
            <button
              type="button"
              className="primary"
              disabled={off}
              onClick={() => selection && then(retry(selection))}
            >
              重试所选（{count}）
            </button>
            <button type="button" disabled={off} aria-expanded={asking} onClick={() => setAsking(!asking)}>
              舍弃所选（{count}）
            </button>
          </>
        ) : null}
        {state === 'discarded' ? (
          <button type="button" disabled={off} onClick={() => selection && then(reopen(selection))}>
            恢复为待处理（{count}）
          </button>
        ) : null}
      </div>
      {asking && selection !== null ? (
        <DiscardReason
          count={count}
          busy={busy}
          error={said?.ok === false && said.field === 'reason' ? said.message : undefined}
          discard={(reason) => then(discard(selection, reason))}
          cancel={() => setAsking(false)}
        />
      ) : null}
      <p role="status" className={said?.ok === false ? 'bad' : 'good'}>
        {said?.message}
      </p>
      <TroubleNote trouble={trouble} />
    </div>
  )
}
