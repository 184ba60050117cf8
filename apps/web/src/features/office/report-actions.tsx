'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { OfficeForm } from '@lianxi/schema/views/office'
import type { ReportResult } from '@lianxi/schema/views/result'
import commandStyles from '@/features/command/command.module.css'
import { lengthSaid } from '@/features/command/length-said'
import { ReasonField, RETURN_TEMPLATES } from '@/features/command/reason-field'
import { TroubleNote } from '@/features/command/trouble-note'
import { useCommand } from '@/features/command/use-command'
import { useTypedText } from '@/features/draft/typed-texts'
import { api } from '@/features/live/client'

type Deed = 'withdraw' | 'approve' | 'sendBack' | 'correct'
const DONE = {
  withdraw: '已撤回，可以继续修改。',
  approve: '已审核通过并报送。',
  sendBack: '已退回填报人。',
  correct: '已开始更正，请修改后重新提交审核。',
} satisfies Record<Deed, string>
const ASKS = { sendBack: '退回原因（填报人会看到）', correct: '更正原因（随更正一并公布）' } as const

function call(form: OfficeForm, deed: Deed, reason: string, idempotencyKey: string): Promise<ReportResult> {
  const { zone, subject, region, period } = form
  const on = { zone, subject, region, period, idempotencyKey, expectedVersion: form.report?.version ?? 0 }
  switch (deed) {
    case 'withdraw':
      return api.report.withdraw.mutate(on)
    case 'approve':
      return api.report.approve.mutate(on)
    case 'sendBack':
      return api.report.sendBack.mutate({ ...on, reason })
    case 'correct':
      return api.report.startCorrection.mutate({ ...on, reason })
    default:
      return deed satisfies never
  }
}

function useDeed(form: OfficeForm) {
  const router = useRouter()
  const { busy, trouble, send } = useCommand()
  const [asking, setAsking] = useState<'sendBack' | 'correct'>()
  const [reason, setReason] = useTypedText({
    form: asking === 'correct' ? '更正' : '退回填报人',
    of: `${form.region} ${form.subject} ${form.period}`,
  })
  const [said, setSaid] = useState<{ ok: boolean; message: string; version: number }>()
  const version = form.report?.version ?? 0
  const run = async (deed: Deed) => {
    const refused = (message: string) => setSaid({ ok: false, message, version })
    if ((deed === 'sendBack' || deed === 'correct') && reason.trim() === '') return refused('请写明原因。')
    const { tooLong } = lengthSaid(reason, 500)
    if (tooLong !== undefined) return refused(tooLong)
    const result = await send({ deed, reason, version }, (key) => call(form, deed, reason, key))
    if (result === undefined) return
    setSaid(
      result.ok
        ? { ok: true, message: DONE[deed], version: result.report.version }
        : { ok: false, message: result.refusal.message, version: result.conflict?.version ?? version },
    )
    if (result.ok) {
      setAsking(undefined)
      setReason('')
    }
    router.refresh()
  }
  // What was said of one version is not true of a later one.
  const told = said !== undefined && version <= said.version ? said : undefined
  return { busy, trouble, asking, setAsking, reason, setReason, said: told, run }
}

/** What can be done with a report that is not being written: withdraw, approve, send back, correct. */
export function ReportActions({ form }: { form: OfficeForm }) {
  const { busy, trouble, asking, setAsking, reason, setReason, said, run } = useDeed(form)
  const { withdraw, approve, correct } = form.actions
  const dropping = form.check.correction && form.report?.state === 'draft'
  return (
    <div className="no-print">
      <div className={commandStyles.actions}>
        {approve.allowed ? (
          <>
            <button type="button" className="primary" disabled={busy} onClick={() => void run('approve')}>
              审核通过并报送
            </button>
            <button type="button" disabled={busy} onClick={() => setAsking('sendBack')}>
              退回填报人…
            </button>
          </>
        ) : null}
        {withdraw.allowed ? (
          <button type="button" disabled={busy} onClick={() => void run('withdraw')}>
            {dropping ? '放弃更正' : '撤回'}
          </button>
        ) : null}
        {correct.allowed ? (
          <button type="button" disabled={busy} onClick={() => setAsking('correct')}>
            更正…
          </button>
        ) : null}
      </div>
      {asking === undefined ? null : (
        <>
          <ReasonField
            label={ASKS[asking]}
            value={reason}
            onChange={setReason}
            templates={asking === 'sendBack' ? RETURN_TEMPLATES : []}
          />
          <div className={commandStyles.actions}>
            <button type="button" className="primary" disabled={busy} onClick={() => void run(asking)}>
              {asking === 'sendBack' ? '退回' : '开始更正'}
            </button>
            <button type="button" onClick={() => setAsking(undefined)}>
              取消
            </button>
          </div>
        </>
      )}
      <p className={said?.ok === false ? 'bad' : 'good'} role="status">
        {said?.message}
      </p>
      <TroubleNote trouble={trouble} retry={undefined} />
    </div>
  )
}
