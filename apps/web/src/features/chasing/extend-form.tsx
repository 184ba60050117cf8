'use client'

import { ReasonField } from '@/features/command/reason-field'
import { Said } from '@/features/command/said'
import { faultOf } from '@/features/command/use-deed'
import { useTypedDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Field } from '@/features/year-list/fields'
import s from './chasing.module.css'

type Place = { zone: string; region: string; body: string }
/**
 * What can be given more time: an item and its own period; subject null: everything of that period. Its words come
 * from the server, so that the contracts stay out of the browser.
 */
export type Extendable = { subject: string | null; words: string; period: string }

const TEMPLATES = ['统计数据尚未发布。', '责任单位调整，正在交接。', '数据口径正在核实。']
const idOf = ({ subject, period }: Extendable): string => `${subject ?? ''} ${period}`

function useExtending(place: Place, choices: readonly Extendable[]) {
  const { deed, typed, change } = useTypedDeed({
    what: choices[0] === undefined ? '' : idOf(choices[0]),
    on: '',
    reason: '',
  })
  const submit = () => {
    const chosen = choices.find((one) => idOf(one) === typed.what)
    if (chosen === undefined) return
    const { subject, period } = chosen
    const command = { ...place, subject, period, on: typed.on, reason: typed.reason }
    const call = (idempotencyKey: string) => api.duty.extend.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '延期已发布，片刻后生效，填报单位会看到新的截止时间和原因。')
  }
  return { deed, typed, change, submit }
}

/** 延期: to which day, for what, and why; the time of day stays. */
export function ExtendForm({ choices, ...place }: Place & { choices: readonly Extendable[] }) {
  const { deed, typed, change, submit } = useExtending(place, choices)
  return (
    <details className={`${s.deed ?? ''} no-print`}>
      <summary>延期</summary>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className={f.field}>
          <label>
            延期范围{' '}
            <select value={typed.what} onChange={(event) => change({ what: event.target.value })}>
              {choices.map((one) => (
                <option key={idOf(one)} value={idOf(one)}>
                  {one.words}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Field
          label="延至"
          type="date"
          value={typed.on}
          fault={faultOf(deed, 'on')}
          onChange={(on) => change({ on })}
        />
        <ReasonField
          label="延期原因"
          value={typed.reason}
          templates={TEMPLATES}
          onChange={(reason) => change({ reason })}
        />
        <div className={f.actions}>
          <button
            type="submit"
            className="primary"
            disabled={deed.busy || typed.on === '' || typed.reason.trim() === ''}
          >
            发布延期
          </button>
        </div>
        <Said deed={deed} />
      </form>
    </details>
  )
}
