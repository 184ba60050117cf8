'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { ROWS_A_PRESS } from '@lianxi/schema/commands/report-sheet'
import type { ReportSheetView } from '@lianxi/schema/views/report-sheet'
import type { NilResult } from '@lianxi/schema/views/result'
import { useCommand } from '@/features/command/use-command'

type Rows = ReportSheetView['ready']
export type Come = { word: string; total: number; done: number; refused: { subject: string; message: string }[] }
type Call = (rows: Rows, idempotencyKey: string) => Promise<NilResult>

/** Sends rows in parts, says how far it has come, can be stopped between two parts; what is done stays done. */
export function useRows() {
  const router = useRouter()
  const { busy, trouble, send } = useCommand()
  const [come, setCome] = useState<Come>()
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const run = async (word: string, rows: Rows, call: Call) => {
    stopped.current = false
    setRunning(true)
    let so: Come = { word, total: rows.length, done: 0, refused: [] }
    setCome(so)
    for (let from = 0; from < rows.length && !stopped.current; from += ROWS_A_PRESS) {
      const part = rows.slice(from, from + ROWS_A_PRESS)
      const answer = await send({ word, part }, (key) => call(part, key))
      if (answer === undefined) break
      const refused = answer.results.flatMap(({ subject, result }) =>
        result.ok ? [] : [{ subject, message: result.refusal.message }],
      )
      so = { ...so, done: so.done + part.length - refused.length, refused: [...so.refused, ...refused] }
      setCome(so)
    }
    setRunning(false)
    router.refresh()
  }
  return { busy: busy || running, trouble, come, run, stop: () => (stopped.current = true) }
}
