'use client'

import { useState } from 'react'
import { Said } from '@/features/command/said'
import { faultOf, useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import { useRedrawWhile } from '@/features/live/redraw'
import f from '@/features/office/form.module.css'
import { Field } from '@/features/year-list/fields'

/** 更名: the same body, its past and its duties stay with it. */
export function RenameBodyForm({ zone, body }: { zone: string; body: { code: string; name: string } }) {
  const deed = useDeed()
  const [name, setName] = useState(body.name)
  useRedrawWhile(deed.said?.ok === true)
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const renamed = { zone, code: body.code, name: name.trim() }
    const call = (idempotencyKey: string) => api.admin.body.rename.mutate({ ...renamed, idempotencyKey })
    void deed.run(renamed, call, '已更名，责任和历史不变。')
  }
  return (
    <form method="post" noValidate onSubmit={submit} aria-label="更名">
      <h3>更名</h3>
      <Field label="单位名称" value={name} onChange={setName} fault={faultOf(deed, 'name')} />
      <div className={f.actions}>
        <button type="submit" disabled={deed.busy || name.trim() === '' || name.trim() === body.name}>
          更名
        </button>
      </div>
      <Said deed={deed} />
    </form>
  )
}
