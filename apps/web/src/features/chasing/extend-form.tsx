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

type Place = { zone: string; region: string }
/**
 * What can be given more time: an item and its own period; subject null: everything of that period. Its words come
 * from the server, so that the contracts stay out of the browser.
 */
export type Extendable = {
  body: string
  subject: string | null
  words: string
  period: string
  closesAt: string | null
}

/** The secretariat gives more time, an office asks for it: the same is said of it. */
const DEEDS = {
  extend: {
    ...{ title: '延期', scope: '延期范围', on: '延至', reason: '延期原因', press: '发布延期' },
    done: '延期已发布，片刻后生效，填报单位会看到新的截止时间和原因。',
    call: api.duty.extend.mutate,
  },
  ask: {
    ...{ title: '申请延期', scope: '申请范围', on: '申请延至', reason: '申请原因', press: '提交申请' },
    done: '申请已提交联席会议办公室，答复后通知本单位。',
    call: api.duty.ask.mutate,
  },
}
type Deed = keyof typeof DEEDS

const TEMPLATES = ['统计数据尚未发布。', '责任单位调整，正在交接。', '数据口径正在核实。']
const idOf = ({ body, subject, period }: Extendable): string => `${body} ${subject ?? ''} ${period}`

function useExtending(kind: Deed, place: Place, choices: readonly Extendable[]) {
  const { title, done, call: send } = DEEDS[kind]
  const [first] = choices
  const start = { what: first === undefined ? '' : idOf(first), on: '', reason: '' }
  const of = `${place.region} ${kind === 'ask' ? '' : (first?.body ?? '')} ${choices.length === 1 ? (first?.period ?? '') : ''}`
  const { deed, typed, change } = useWordedDeed(start, { form: title, of, field: 'reason' })
  /** What was chosen may have come in meanwhile: then the first stands. */
  const chosen = choices.find((one) => idOf(one) === typed.what) ?? first
  const submit = async () => {
    if (chosen === undefined) return
    const { body, subject, period } = chosen
    const command = { ...place, body, subject, period, on: typed.on, reason: typed.reason }
    const call = (idempotencyKey: string) => send({ ...command, idempotencyKey })
    if (await deed.run(command, call, done)) change(start)
  }
  return { deed, typed, chosen, change, submit }
}

type Props = Place & { kind: Deed; choices: readonly Extendable[] }

/** 延期, or an office's ask for it: to which day, for what, and why; the time of day stays. */
export function ExtendForm({ kind, choices, ...place }: Props) {
  const { deed, typed, chosen, change, submit } = useExtending(kind, place, choices)
  const words = DEEDS[kind]
  const closesAt = chosen?.closesAt ?? null
  const closes = closesAt === null ? null : minuteOf(closesAt)
  return (
    <details className={`${s.deed ?? ''} no-print`}>
      <summary>
        {words.title}
        {deed.written ? '（已写，未发出）' : ''}
      </summary>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!hasTooLong(event.currentTarget)) void submit()
        }}
      >
        <SelectField
          label={words.scope}
          value={chosen === undefined ? '' : idOf(chosen)}
          choices={choices.map((one) => ({ value: idOf(one), label: one.words }))}
          onChange={(what) => change({ what })}
        />
        <Field
          label={words.on}
          type="date"
          value={typed.on}
          {...(closes === null ? {} : { max: closes.slice(0, 10) })}
          fault={faultOf(deed, 'on')}
          onChange={(on) => change({ on })}
        />
        {closes === null ? null : <p className="note">该报告期 {closes} 关闭，延期不能晚于关闭时间。</p>}
        <ReasonField
          label={words.reason}
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
            {words.press}
          </button>
        </div>
        <Said deed={deed} />
      </form>
    </details>
  )
}
