'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { SendBack } from '@/features/command/send-back'
import { TroubleNote } from '@/features/command/trouble-note'
import { useCommand } from '@/features/command/use-command'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import commandStyles from '@/features/command/command.module.css'
import { RETURN } from './words'
import { useTypedText } from '@/features/draft/typed-texts'
import { api } from '@/features/live/client'
import { unfolded } from '@/features/ui/unfold'

type Judged = { zone: string; subject: string; region: string; period: string; report: string }

function useVerdict(judged: Judged) {
  const router = useRouter()
  const { busy, trouble, send } = useCommand()
  const [said, setSaid] = useState<{ ok: boolean; message: string }>()
  const settle = (result: DoneResult | undefined, done: string): boolean => {
    if (result === undefined) return false
    setSaid(result.ok ? { ok: true, message: done } : { ok: false, message: result.refusal.message })
    if (result.ok) router.refresh()
    return result.ok
  }
  const confirm = async () => {
    const call = (idempotencyKey: string) => api.report.confirm.mutate({ ...judged, idempotencyKey })
    return settle(await send({ confirm: judged }, call), '已确认，等待入总览。')
  }
  const giveBack = async (reason: string) => {
    const call = (idempotencyKey: string) => api.report.return.mutate({ ...judged, reason, idempotencyKey })
    return settle(await send({ return: judged, reason }, call), '已退回，该事项本期已重新开放填报。')
  }
  return { busy, trouble, said, confirm, giveBack }
}

/** 退回 (with a reason) and 确认 of one published report, by the voice that may judge it. */
export function Verdict({
  judged,
  mayReturn,
  mayConfirm,
}: {
  judged: Judged
  mayReturn: boolean
  mayConfirm: boolean
}) {
  const { busy, trouble, said, confirm, giveBack } = useVerdict(judged)
  const [reason, keep] = useTypedText({ form: RETURN, of: judged.report })
  const [opened, setOpened] = useState(false)
  const open = mayReturn && (opened || reason !== '')
  const close = () => {
    keep('')
    setOpened(false)
  }
  const send = async () => {
    if (await giveBack(reason)) close()
  }
  return (
    <div className="no-print">
      <div className={commandStyles.actions}>
        {mayConfirm ? (
          <button type="button" className="small" disabled={busy} onClick={() => void confirm()}>
            确认
          </button>
        ) : null}
        {mayReturn && !open ? (
          <button type="button" className="small" aria-expanded={false} onClick={() => setOpened(true)}>
            退回…
          </button>
        ) : null}
      </div>
      {open ? (
        <div ref={unfolded}>
          <SendBack
            label="退回原因（填报单位会看到）"
            press="退回填报单位"
            {...{ busy, reason, close }}
            change={keep}
            send={() => void send()}
          />
        </div>
      ) : null}
      <p className={said?.ok === false ? 'bad' : 'good'} role="status">
        {said?.message}
      </p>
      <TroubleNote trouble={trouble} />
    </div>
  )
}
