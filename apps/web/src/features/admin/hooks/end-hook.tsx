'use client'

import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'

/** Ends a hook: from now on nothing is sent to it. */
export function EndHook({ id }: { id: string }) {
  const deed = useDeed()
  const call = (idempotencyKey: string) => api.admin.hooks.end.mutate({ id, idempotencyKey })
  return (
    <>
      <button
        type="button"
        className="small"
        disabled={deed.busy}
        onClick={() => void deed.run({ end: id }, call, '已停用。')}
      >
        停用
      </button>
      <Said deed={deed} />
    </>
  )
}
