'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api } from '@/features/live/client'

/** Marks notices as read; `ids` null: all. A failure leaves them unread, and says so. */
export function MarkRead({ ids, label }: { ids: string[] | null; label: string }) {
  const router = useRouter()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const mark = async () => {
    setState('busy')
    try {
      await api.notice.read.mutate({ ids })
      setState('idle')
      router.refresh()
    } catch {
      setState('failed')
    }
  }
  return (
    <button type="button" className="small" disabled={state === 'busy'} onClick={() => void mark()}>
      {state === 'failed' ? '未能标记，重试' : label}
    </button>
  )
}
