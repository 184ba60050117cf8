'use client'

import { useId, useState } from 'react'
import { FREQUENCIES, FREQUENCY_LABELS, type Frequency } from '@lianxi/schema/period'
import type { ListPlan } from '@lianxi/schema/views/year-list'
import { attribute as attributes, type Attribute } from '@lianxi/schema/vocabulary'
import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import { ChooseAll } from './choose-all'
import { figureOf, type Offered, readTaken } from './take-figures'
import { useLines } from './use-lines'
import s from './year-list.module.css'

type Props = {
  zone: string
  list: ListPlan['list']
  offered: readonly Offered[]
  children: React.ReactNode
}

const wordOf = <Word extends string>(words: readonly Word[], typed: string): Word | undefined =>
  words.find((word) => word === typed)

function useTake({ zone, list, offered }: Props) {
  const deed = useDeed()
  const { form: ref, lines } = useLines()
  const [attribute, setAttribute] = useState<Attribute>('expected')
  const [leader, setLeader] = useState('')
  const [frequency, setFrequency] = useState<Frequency | null>(null)
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    const read = readTaken((name) => field(name)?.value ?? '', lines.chosen, offered)
    if (!read.ok) {
      deed.setSaid({ ok: false, message: read.message, field: null })
      field(figureOf(read.line))?.focus()
      return
    }
    const on = { zone, list: list.code, expectedVersion: list.version }
    const take = { ...on, taken: read.taken, attribute, leader: leader.trim(), frequency }
    const call = (idempotencyKey: string) => api.yearList.takeItems.mutate({ ...take, idempotencyKey })
    if (await deed.run(take, call, `已列入 ${read.taken.length} 项。`)) lines.all(false)
  }
  return { ref, deed, lines, attribute, setAttribute, leader, setLeader, frequency, setFrequency, submit }
}

/** Chosen lines of a plan go on the list in one press, with what is the same for all of them. */
export function TakeForm(props: Props) {
  const { offered, children } = props
  const id = useId()
  const { ref, ...take } = useTake(props)
  const { deed, lines } = take
  return (
    <form ref={ref} method="post" noValidate onChange={lines.read} onSubmit={(event) => void take.submit(event)}>
      <div className={`${s.bar ?? ''} no-print`}>
        <ChooseAll lines={lines} total={offered.length} />
        <label htmlFor={`${id}-leader`}>牵头领导</label>
        <input
          id={`${id}-leader`}
          size={8}
          maxLength={40}
          value={take.leader}
          onChange={(event) => take.setLeader(event.target.value)}
        />
        <label htmlFor={`${id}-attribute`}>属性</label>
        <select
          id={`${id}-attribute`}
          value={take.attribute}
          onChange={(event) => take.setAttribute(wordOf(attributes.words, event.target.value) ?? 'expected')}
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
          value={take.frequency ?? ''}
          onChange={(event) => take.setFrequency(wordOf(FREQUENCIES, event.target.value) ?? null)}
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
      </div>
      {children}
    </form>
  )
}
