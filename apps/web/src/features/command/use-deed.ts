'use client'

import { useState } from 'react'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { useCommand } from './use-command'
import { useDrawing } from './use-drawing'

/**
 * One change to what a page shows: sent once, answered in words, and the page drawn anew before the next. `to`: the page
 * that shows it, where this one will not.
 */
export function useDeed() {
  const { waiting, draw } = useDrawing()
  const { busy, trouble, send } = useCommand()
  const [said, setSaid] = useState<{ ok: boolean; message: string; field: string | null }>()
  const run = async (
    intention: object,
    call: (key: string) => Promise<DoneResult>,
    done: string,
    to?: string,
  ): Promise<boolean> => {
    // What was said of an earlier press is not true of this one.
    setSaid(undefined)
    const result = await send(intention, call)
    if (result === undefined) return false
    setSaid(
      result.ok
        ? { ok: true, message: done, field: null }
        : { ok: false, message: result.refusal.message, field: result.refusal.field },
    )
    if (result.ok) draw(to)
    return result.ok
  }
  return { busy: busy || waiting, trouble, said, setSaid, run }
}

/** What was said of one field when the deed was refused. */
export const faultOf = ({ said }: Pick<ReturnType<typeof useDeed>, 'said'>, field: string): string | undefined =>
  said?.field === field ? said.message : undefined
