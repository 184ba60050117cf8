'use client'

import { hasTooLong, ReasonField } from '@/features/command/reason-field'
import { Said } from '@/features/command/said'
import { faultOf } from '@/features/command/use-deed'
import { useWordedDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { minuteOf } from '@/features/ui/format'
import { SelectField } from '@/features/ui/select-field'
import { Field } from '@/features/year-list/fields'
import s from './chasing.module.css'

type Place = { zone: string; region: string; body: string }
/**
 * What can be given more time: an item and its own period; subject null: everything of that period. Its words come
 * from the server, so that the contracts stay out of the browser.
 */
export type Extendable = { subject: string | null; words: string; period: string; closesAt: string | null }

const TEMPLATES = ['统计数据尚未发布。', '责任单位调整，正在交接。', '数据口径正在核实。']
const idOf = ({ subject, period }: Extendable): string => `${subject ?? ''} ${period}`

function useExtending(place: Place, choices: readonly Extendable[]) {
  const start = { what: choices[0] === undefined ? '' : idOf(choices[0]), on: '', reason: '' }
  const of = `${place.region} ${place.body} ${choices.length === 1 ? (choices[0]?.period ?? '') : ''}`
  const { deed, typed, change } = useWordedDeed(start, { form: '延期', of, field: 'reason' })
  /** What was chosen may have come in meanwhile: then the first stands. */
  const chosen = choices.find((one) => idOf(one) === typed.what) ?? choices[0]
  const submit = async () => {
    if (chosen === undefined) return
    const { subject, period } = chosen
    const command = { ...place, subject, period, on: typed.on, reason: typed.reason }
    const call = (idempotencyKey: string) => api.duty.extend.mutate({ ...command, idempotencyKey })
    const done = '延期已发布，片刻后生效，填报单位会看到新的截止时间和原因。'
    if (await deed.run(command, call, done)) change(start)
  }
  return { deed, typed, chosen, change, submit }
}

/** 延期: to which day, for what, and why; the time of day stays. */
export function ExtendForm({ choices, ...place }: Place & { choices: readonly Extendable[] }) {
  const { deed, typed, chosen, change, submit } = useExtending(place, choices)
  const closesAt = chosen?.closesAt ?? null
  const closes = closesAt === null ? null : minuteOf(closesAt)
  return (
    <details className={`${s.deed ?? ''} no-print`}>
      <summary>延期{deed.written ? '（已写，未发出）' : ''}</summary>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!hasTooLong(event.currentTarget)) void submit()
        }}
      >
        <SelectField
          label="延期范围"
          value={chosen === undefined ? '' : idOf(chosen)}
          choices={choices.map((one) => ({ value: idOf(one), label: one.words }))}
          onChange={(what) => change({ what })}
        />
        <Field
          label="延至"
          type="date"
          value={typed.on}
          {...(closes === null ? {} : { max: closes.slice(0, 10) })}
          fault={faultOf(deed, 'on')}
          onChange={(on) => change({ on })}
        />
        {closes === null ? null : <p className="note">该报告期 {closes} 关闭，延期不能晚于关闭时间。</p>}
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
