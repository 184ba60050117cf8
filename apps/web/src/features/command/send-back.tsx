'use client'

import { useRef, useState } from 'react'
import s from './command.module.css'
import { hasTooLong, ReasonField, RETURN_TEMPLATES } from './reason-field'

type Sending = {
  label: string
  press: string
  busy: boolean
  reason: string
  change: (reason: string) => void
  send: () => void
  close: () => void
}

/** 退回, which needs a reason. */
export function SendBack({ label, press, busy, reason, change, send, close }: Sending) {
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const sendIt = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() !== '' && form.current !== null && !hasTooLong(form.current)) send()
  }
  return (
    <div ref={form} className="no-print">
      <ReasonField
        label={label}
        value={reason}
        onChange={change}
        error={missing && reason.trim() === '' ? '请写明退回原因。' : undefined}
        templates={RETURN_TEMPLATES}
      />
      <div className={s.actions}>
        <button type="button" className="small primary" disabled={busy} onClick={sendIt}>
          {press}
        </button>
        <button type="button" className="small" onClick={close}>
          取消
        </button>
      </div>
    </div>
  )
}
