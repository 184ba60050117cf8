'use client'

import { useId } from 'react'
import { FREQUENCIES, FREQUENCY_LABELS } from '@lianxi/schema/period'
import { attribute as attributes } from '@lianxi/schema/vocabulary'
import { Said } from '@/features/command/said'
import { ChooseAll } from './choose-all'
import { TakeDoubts } from './take-doubts'
import { type Taking, useTake } from './use-take'
import s from './year-list.module.css'

type Props = Taking & { children: React.ReactNode }

/** Chosen lines of a plan go on the list in one press, with what is the same for all of them. */
export function TakeForm(props: Props) {
  const { offered, children } = props
  const id = useId()
  const { ref, change, ...take } = useTake(props)
  const { deed, lines } = take
  const read = () => change({ chosen: lines.read().join('\n') })
  const all = (on: boolean) => change({ chosen: lines.all(on).join('\n') })
  return (
    <form ref={ref} method="post" noValidate onChange={read} onSubmit={(event) => void take.submit(event)}>
      <div className={`${s.bar ?? ''} no-print`}>
        <ChooseAll lines={{ ...lines, all }} total={offered.length} />
        <label htmlFor={`${id}-leader`}>牵头领导</label>
        <input
          id={`${id}-leader`}
          size={8}
          maxLength={40}
          value={take.typed.leader}
          onChange={(event) => change({ leader: event.target.value })}
        />
        <label htmlFor={`${id}-attribute`}>属性</label>
        <select
          id={`${id}-attribute`}
          value={take.attribute}
          onChange={(event) => change({ attribute: event.target.value })}
        >
          {attributes.words.map((word) => (
            <option key={word} value={word}>
              {attributes.labels[word]}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-frequency`}>填报频率</label>
        <select
          id={`${id}-frequency`}
          value={take.typed.frequency}
          onChange={(event) => change({ frequency: event.target.value })}
        >
          <option value="">按指标</option>
          {FREQUENCIES.map((word) => (
            <option key={word} value={word}>
              按{FREQUENCY_LABELS[word]}
            </option>
          ))}
        </select>
        <button type="submit" className="primary" disabled={deed.busy || lines.chosen.length === 0}>
          列入清单（{lines.chosen.length}）
        </button>
        <Said deed={deed} />
        <TakeDoubts doubts={take.doubts} sure={take.sure} setSure={take.mean} />
      </div>
      {children}
    </form>
  )
}
