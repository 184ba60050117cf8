'use client'

import { AddZone } from '@lianxi/schema/commands/broker'
import { TroubleNote } from '@/features/command/trouble-note'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import s from '../admin.module.css'
import { TextRow } from './text-row'
import { usePlace } from './use-place'

const EMPTY = { code: '', name: '', reviewBody: '' }
const FIELDS = [
  ['code', '经济区代码', '如 Z-CB，登记后不能更改'],
  ['name', '名称', '如 川北经济区'],
  ['reviewBody', '联席会议', '如 川北经济区联席会议'],
] as const
const contract = AddZone.omit({ idempotencyKey: true })

/** A zone of which nobody has heard: its first event makes its topics. */
export function AddZoneForm({ known }: { known: string[] }) {
  const { typed, change, faults, deed, send } = usePlace(contract, EMPTY, known)
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const done = `经济区 ${typed.name} 已登记。`
    void send(typed, (idempotencyKey) => api.admin.channels.addZone.mutate({ ...typed, idempotencyKey }), done)
  }
  return (
    <details className={s.create}>
      <summary>新增经济区</summary>
      <form method="post" noValidate onSubmit={submit}>
        {FIELDS.map(([name, label, hint]) => (
          <TextRow
            key={name}
            id={`zone-${name}`}
            {...{ label, hint }}
            value={typed[name]}
            fault={faults[name]}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
        <div className={f.actions}>
          <button type="submit" className="primary" disabled={deed.busy}>
            登记经济区
          </button>
          <span role="status" className={deed.said?.ok === false ? 'bad' : 'good'}>
            {deed.said?.message}
          </span>
        </div>
        <TroubleNote trouble={deed.trouble} />
      </form>
    </details>
  )
}
