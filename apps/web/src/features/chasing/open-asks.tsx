'use client'

import { useState } from 'react'
import c from '@/features/command/command.module.css'
import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import { Field } from '@/features/year-list/fields'
import s from './chasing.module.css'
import { ReasonForm } from './reason-form'

/** Its words come from the server, so that the contracts stay out of the browser. `lastDay`: on which its period closes. */
export type OpenAsk = { id: string; what: string; why: string; until: string; lastDay: string | null }
type Deed = ReturnType<typeof useDeed>
type Props = { zone: string; ask: OpenAsk; deed: Deed; answered: (id: string) => void }

const TEMPLATES = ['数据已可取得，请按期填报。', '会议用材料需要，不能延期。', '请先报已掌握的数，以后更正。']

/** 不同意, which needs a reason; what is typed stays until it went out. */
function Decline({ zone, ask, deed, answered }: Props) {
  const send = (reason: string) => {
    answered(ask.id)
    const command = { zone, id: ask.id, outcome: 'declined' as const, reason }
    const call = (idempotencyKey: string) => api.duty.answerAsk.mutate({ ...command, idempotencyKey })
    return deed.run(command, call, '已答复不同意，并通知填报单位。')
  }
  const words = {
    title: '不同意',
    form: '不同意延期申请',
    label: '不同意的原因',
    press: '答复不同意',
    templates: TEMPLATES,
  }
  return <ReasonForm {...words} of={ask.id} busy={deed.busy} send={send} />
}

function Ask(props: Props & { isLast: boolean }) {
  const { zone, ask, deed, answered, isLast } = props
  const [on, setOn] = useState(ask.until)
  const grant = () => {
    answered(ask.id)
    const command = { zone, id: ask.id, outcome: 'granted' as const, on }
    const call = (idempotencyKey: string) => api.duty.answerAsk.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '已同意，延期已发布，片刻后生效；填报单位已收到通知。')
  }
  const { lastDay } = ask
  return (
    <li>
      <p>
        <b>{ask.what}</b>
        <span className="sub">{ask.why}</span>
      </p>
      <div className="no-print">
        <Field
          label="延至"
          type="date"
          value={on}
          {...(lastDay === null ? {} : { max: lastDay })}
          fault={isLast && deed.said?.field === 'on' ? deed.said.message : undefined}
          onChange={setOn}
        />
        <div className={c.actions}>
          <button type="button" className="small primary" disabled={deed.busy || on === ''} onClick={grant}>
            同意延期
          </button>
        </div>
        <Decline {...{ zone, ask, deed, answered }} />
        {isLast ? <Said deed={deed} /> : null}
      </div>
    </li>
  )
}

/** What offices ask for: granted with one press, or declined with a reason. What became of the last press stays to be read. */
export function OpenAsks({ zone, asks }: { zone: string; asks: readonly OpenAsk[] }) {
  const deed = useDeed()
  const [last, setLast] = useState('')
  const isListed = asks.some(({ id }) => id === last)
  return (
    <>
      {asks.length === 0 ? null : (
        <section className={s.body} aria-labelledby="asks">
          <h2 id="asks">延期申请 {asks.length} 项待办理</h2>
          <ul className={s.asks}>
            {asks.map((ask) => (
              <Ask key={ask.id} {...{ zone, ask, deed, answered: setLast }} isLast={ask.id === last} />
            ))}
          </ul>
        </section>
      )}
      {isListed ? null : <Said deed={deed} />}
    </>
  )
}
