'use client'

import { useEffect, useRef, useState } from 'react'
import { useDeed } from '@/features/command/use-deed'
import { useTypedFields } from '@/features/draft/typed-texts'
import { FREQUENCIES, type Frequency } from '@lianxi/schema/period'
import type { ListPlan } from '@lianxi/schema/views/year-list'
import { attribute as attributes, type Attribute } from '@lianxi/schema/vocabulary'
import { api } from '@/features/live/client'
import { type Doubt, doubtsOf, figureOf, type Offered, readTaken } from './take-figures'
import { useLines } from './use-lines'

/** `of`: which lines of the plan are shown. */
export type Taking = { zone: string; list: ListPlan['list']; offered: readonly Offered[]; of: string }

const wordOf = <Word extends string>(words: readonly Word[], typed: string): Word | undefined =>
  words.find((word) => word === typed)

type Head = Record<'leader' | 'attribute' | 'frequency' | 'chosen', string>
type Kept = Head & Record<string, string>
const NOTHING: Kept = { leader: '', attribute: 'expected', frequency: '', chosen: '' }

/** Fields of the table that are no longer as the plan gives them; the table is drawn on the server and keeps its own. */
const figuresIn = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...form.querySelectorAll<HTMLInputElement>(`input[name^="${figureOf('')}"]`)].flatMap(
      ({ name, value, defaultValue }) => (value === defaultValue ? [] : [[name, value]]),
    ),
  )

/** What is ticked and typed in the table of a plan's lines: kept while it has not gone out, and put back. */
function useTable(list: string, of: string) {
  const { form: ref, lines } = useLines()
  const { typed, written, keep } = useTypedFields({ form: '从规划列入', of: `${list} ${of}` }, NOTHING)
  const back = useRef(false)
  useEffect(() => {
    if (back.current || !written || ref.current === null) return
    back.current = true
    const chosen = new Set(typed.chosen.split('\n'))
    for (const input of ref.current.querySelectorAll<HTMLInputElement>('input[name]')) {
      if (input.type === 'checkbox') input.checked = chosen.has(input.value)
      else input.value = typed[input.name] ?? input.value
    }
    lines.read()
  })
  const change = (part: Partial<Head>) => {
    back.current = true
    if (ref.current !== null) keep({ ...headOf(typed), ...part, ...figuresIn(ref.current) })
  }
  return { ref, lines, typed, change, forget: () => keep(null) }
}

const headOf = ({ leader, attribute, frequency, chosen }: Head): Head => ({ leader, attribute, frequency, chosen })

export function useTake({ zone, list, offered, of }: Taking) {
  const deed = useDeed()
  const { ref, lines, typed, change, forget } = useTable(list.code, of)
  const [doubts, setDoubts] = useState<Doubt[]>([])
  const [sure, setSure] = useState<ReadonlySet<string>>(new Set())
  const attribute: Attribute = wordOf(attributes.words, typed.attribute) ?? 'expected'
  const frequency: Frequency | null = wordOf(FREQUENCIES, typed.frequency) ?? null
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const field = (line: string) => form.querySelector<HTMLInputElement>(`input[name="${line}"]`)
    const read = readTaken((name) => field(name)?.value ?? '', lines.chosen, offered)
    if (!read.ok) {
      deed.setSaid({ ok: false, message: read.message, field: null })
      field(figureOf(read.line))?.focus()
      return
    }
    const found = doubtsOf(read.taken, offered, list.year)
    setDoubts(found)
    if (found.some(({ said }) => !sure.has(said))) return
    const on = { zone, list: list.code, expectedVersion: list.version }
    const take = { ...on, taken: read.taken, attribute, leader: typed.leader.trim(), frequency }
    const call = (idempotencyKey: string) => api.yearList.takeItems.mutate({ ...take, idempotencyKey })
    if (!(await deed.run(take, call, `已列入 ${read.taken.length} 项。`))) return
    lines.all(false)
    setDoubts([])
    forget()
  }
  const mean = (said: string, on: boolean) =>
    setSure((before) => new Set(on ? [...before, said] : [...before].filter((other) => other !== said)))
  return { ref, deed, lines, typed, change, attribute, frequency, doubts, sure, mean, submit }
}
