'use client'

import { hasTooLong, ReasonField } from '@/features/command/reason-field'
import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { useTypedText } from '@/features/draft/typed-texts'
import { api } from '@/features/live/client'
import s from './chasing.module.css'

export type Withdrawable = {
  zone: string
  region: string
  body: string
  subject: string | null
  period: string
  dueAt: string
}
const TEMPLATES = ['单位选择有误。', '日期填写有误。', '范围选择有误。']

/** 收回延期: takes back what was given by mistake, with a reason; what is typed stays until it went out. */
export function WithdrawExtension(extension: Withdrawable) {
  const { region, body, subject, period, dueAt } = extension
  const deed = useDeed()
  const of = [region, body, subject ?? '', period, dueAt].join(' ')
  const [reason, keep] = useTypedText({ form: '收回延期', of })
  const send = async () => {
    const call = (idempotencyKey: string) => api.duty.withdrawExtension.mutate({ ...extension, reason, idempotencyKey })
    const done = '已收回，片刻后生效；填报单位已收到通知。'
    if (await deed.run({ ...extension, reason }, call, done)) keep('')
  }
  return (
    <details className={`${s.deed ?? ''} no-print`}>
      <summary>收回延期{reason === '' ? '' : '（已写，未发出）'}</summary>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!hasTooLong(event.currentTarget)) void send()
        }}
      >
        <ReasonField label="收回原因" value={reason} templates={TEMPLATES} onChange={keep} />
        <button type="submit" className="small" disabled={deed.busy || reason.trim() === ''}>
          收回
        </button>
        <Said deed={deed} />
      </form>
    </details>
  )
}
