'use client'

import type { BodiesView } from '@lianxi/schema/views/bodies'
import { ReasonField } from '@/features/command/reason-field'
import { Said } from '@/features/command/said'
import { faultOf } from '@/features/command/use-deed'
import { useTypedDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'
import { useRedrawWhile } from '@/features/live/redraw'
import f from '@/features/office/form.module.css'
import { SelectField } from '@/features/ui/select-field'
import { Field } from '@/features/year-list/fields'

type Props = {
  zone: string
  body: { code: string; name: string }
  chosen: NonNullable<BodiesView['chosen']>
  today: string
}

/** 撤销: from a day on, with who takes over what the body still owes. */
export function EndBodyForm({ zone, body, chosen: { owed, successors }, today }: Props) {
  const { deed, typed, change } = useTypedDeed({ endedOn: today, successor: '', reason: '', basis: '' })
  useRedrawWhile(deed.said?.ok === true)
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const { successor, ...said } = typed
    const ended = { zone, code: body.code, ...said, successor: successor === '' ? null : successor }
    const call = (idempotencyKey: string) => api.admin.body.end.mutate({ ...ended, idempotencyKey })
    void deed.run(ended, call, owed.length === 0 ? '已撤销。' : `已撤销，${owed.length} 项责任已移交。`)
  }
  const complete = typed.endedOn !== '' && typed.reason.trim() !== '' && typed.basis.trim() !== ''
  return (
    <form method="post" noValidate onSubmit={submit} aria-label="撤销">
      <h3>撤销</h3>
      <Field
        label="撤销日期"
        type="date"
        value={typed.endedOn}
        onChange={(endedOn) => change({ endedOn })}
        fault={faultOf(deed, 'endedOn')}
      />
      <SelectField
        label="承接单位"
        value={typed.successor}
        choices={[
          { value: '', label: owed.length === 0 ? '无（没有需要移交的事项）' : '请选择' },
          ...successors.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        fault={faultOf(deed, 'successor')}
        onChange={(successor) => change({ successor })}
      />
      <p className="note">已报各期仍归原单位；尚未填报的各期和牵头责任自撤销日起由承接单位接手，每项留修订记录。</p>
      <ReasonField label="撤销原因" value={typed.reason} onChange={(reason) => change({ reason })} />
      <Field label="依据" value={typed.basis} onChange={(basis) => change({ basis })} />
      <div className={f.actions}>
        <button type="submit" className="primary" disabled={deed.busy || !complete}>
          {owed.length === 0 ? '撤销' : `撤销并移交 ${owed.length} 项`}
        </button>
      </div>
      <Said deed={deed} />
    </form>
  )
}
