'use client'

import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'

/** An office takes back what it asked for, while nobody has answered. */
export function TakeBack(ask: { zone: string; region: string; id: string }) {
  const deed = useDeed()
  const call = (idempotencyKey: string) => api.duty.takeBackAsk.mutate({ ...ask, idempotencyKey })
  return (
    <span className="no-print">
      {' '}
      <button type="button" className="small" disabled={deed.busy} onClick={() => void deed.run(ask, call, '已撤回。')}>
        撤回申请
      </button>
      <Said deed={deed} />
    </span>
  )
}
