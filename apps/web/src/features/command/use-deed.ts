'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { DoneResult } from '@lianxi/schema/views/result'
import { useCommand } from '@/features/command/use-command'

/** One change by an administrator: sent once, answered in words, and the list drawn anew. */
export function useDeed() {
  const router = useRouter()
  const { busy, trouble, send } = useCommand()
  const [said, setSaid] = useState<{ ok: boolean; message: string; field: string | null }>()
  const run = async (intention: object, call: (key: string) => Promise<DoneResult>, done: string): Promise<boolean> => {
    const result = await send(intention, call)
    if (result === undefined) return false
    setSaid(
      result.ok
        ? { ok: true, message: done, field: null }
        : { ok: false, message: result.refusal.message, field: result.refusal.field },
    )
    if (result.ok) router.refresh()
    return result.ok
  }
  return { busy, trouble, said, setSaid, run }
}

/** What was said of one field when the deed was refused. */
export const faultOf = ({ said }: Pick<ReturnType<typeof useDeed>, 'said'>, field: string): string | undefined =>
  said?.field === field ? said.message : undefined
