'use client'

import { useState } from 'react'
import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Field } from '@/features/year-list/fields'

/** Where one's own notices go by mail; empty: nowhere. */
export function NoticeEmailForm({ email }: { email: string | null }) {
  const deed = useDeed()
  const [typed, setTyped] = useState(email ?? '')
  const [wrong, setWrong] = useState(false)
  const submit = () => {
    const address = typed.trim()
    const valid = address === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)
    setWrong(!valid)
    if (!valid) return
    const call = () => api.notice.setEmail.mutate({ email: address === '' ? null : address })
    void deed.run({ address }, call, address === '' ? '今后不再发送邮件。' : '已保存，今后的通知同时发到这个邮箱。')
  }
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2>通知邮箱</h2>
      <Field
        label="邮箱"
        value={typed}
        fault={wrong ? '请填写正确的邮箱地址；不需要邮件的请留空。' : undefined}
        onChange={setTyped}
      />
      <div className={f.actions}>
        <button type="submit" disabled={deed.busy}>
          保存邮箱
        </button>
      </div>
      <Said deed={deed} />
    </form>
  )
}
