'use client'

import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'

/** Reminds a body by hand: in the system, and by mail or messenger where it has one. */
export function RemindButton(chased: { zone: string; body: string; period: string }) {
  const deed = useDeed()
  const call = (idempotencyKey: string) => api.duty.remind.mutate({ ...chased, idempotencyKey })
  return (
    <div className="no-print">
      <button
        type="button"
        className="small"
        disabled={deed.busy}
        onClick={() => void deed.run({ remind: chased.body }, call, '已发通知。')}
      >
        发通知催报
      </button>
      <Said deed={deed} />
    </div>
  )
}
