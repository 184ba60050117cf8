'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import type { NilResult } from '@lianxi/schema/views/result'
import { useCommand } from '@/features/command/use-command'
import { api } from '@/features/live/client'
import { canSave, canSubmit, isBegun, isChanged, isWritable, rowToSend, type RowState } from './row-state'
import type { useGrid } from './use-grid'

export type Deed = 'save' | 'submit'
/** What came of the last press. `kept`: rows that stay as typed; `refused`: what the server said to others. */
export type Come = { deed: Deed; at: string; done: number; kept: string[]; refused: string[] }

/** So many rows a press stay under the size of one request, whatever is written in them. */
const ROWS = 50

type Office = { zone: string; region: string }
type Grid = ReturnType<typeof useGrid>

const call = (deed: Deed) => (deed === 'save' ? api.report.saveMany : api.report.submitMany)

/** Which rows a press takes, and which it leaves as they are. */
function chosen(states: readonly RowState[], deed: Deed) {
  const wanted = states.filter(deed === 'save' ? (state) => isWritable(state) && isChanged(state) : isBegun)
  const able = deed === 'save' ? canSave : canSubmit
  return { rows: wanted.filter(able), left: wanted.filter((state) => !able(state)) }
}

/** Saves or submits all rows that can be, each answered on its own; the others stay as typed and say why. */
export function useSend(office: Office, { states, actions, setAnswers }: Grid) {
  const router = useRouter()
  const { busy, trouble, send } = useCommand({ kept: true })
  const [running, setRunning] = useState(false)
  const [come, setCome] = useState<Come>()
  const [attempted, setAttempted] = useState<readonly string[]>([])
  const [last, setLast] = useState<Deed>('save')

  const settle = (sent: readonly RowState[], results: NilResult['results']) => {
    const byId = new Map(results.map((one) => [keyOf(one), one.result]))
    return sent.flatMap((state) => {
      const result = byId.get(state.id)
      if (result === undefined) return []
      if (result.ok) {
        actions.taken(state, result.report.version)
        setAnswers((before) => ({ ...before, [state.id]: undefined }))
        return []
      }
      // What was saved before and is in nobody's browser becomes this person's text, or the other version would go unseen.
      if (result.conflict !== null && state.mine === null) actions.change(state.id, {})
      setAnswers((before) => ({ ...before, [state.id]: result }))
      return [`${state.row.due.name}：${result.refusal.message}`]
    })
  }
  /** True when every row that was meant went through. */
  const run = async (deed: Deed): Promise<boolean> => {
    setLast(deed)
    setCome(undefined)
    const { rows, left } = chosen(states, deed)
    if (deed === 'submit') setAttempted(left.map(({ id }) => id))
    const refused: string[] = []
    let done = 0
    setRunning(true)
    for (let from = 0; from < rows.length; from += ROWS) {
      const part = rows.slice(from, from + ROWS)
      const reports = part.map(rowToSend)
      const answer = await send({ deed, reports }, (idempotencyKey) =>
        call(deed).mutate({ ...office, idempotencyKey, reports }),
      )
      if (answer === undefined) break
      const said = settle(part, answer.results)
      refused.push(...said)
      done += part.length - said.length
    }
    setRunning(false)
    const kept = left.map(({ row }) => row.due.name)
    setCome({ deed, at: new Date().toISOString(), done, kept, refused })
    if (rows.length > 0) router.refresh()
    return kept.length + refused.length === 0
  }
  return { busy: busy || running, trouble, come, attempted, last, run }
}
