'use client'

import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import { ReasonForm } from './reason-form'

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
  const send = (reason: string) => {
    const call = (idempotencyKey: string) => api.duty.withdrawExtension.mutate({ ...extension, reason, idempotencyKey })
    return deed.run({ ...extension, reason }, call, '已收回，片刻后生效；填报单位已收到通知。')
  }
  const words = { title: '收回延期', label: '收回原因', press: '收回', templates: TEMPLATES }
  return (
    <ReasonForm {...words} of={of} busy={deed.busy} send={send}>
      <Said deed={deed} />
    </ReasonForm>
  )
}
