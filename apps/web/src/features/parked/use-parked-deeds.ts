'use client'

import type { ParkedSelection } from '@lianxi/schema/commands/parked'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'

const parked = api.admin.parked

/** Wordings for discarding, picked and then made exact by hand. */
export const DISCARD_TEMPLATES = [
  '测试数据，不应入库。',
  '填报单位已改正并重新报送。',
  '重复报送，以后一次为准。',
  '发送单位确认作废。',
]

/** What an administrator may ask for about messages; the worker does it and the page follows. */
export function useParkedDeeds() {
  const deed = useDeed()
  return {
    ...deed,
    retry: (selection: ParkedSelection) =>
      deed.run(
        { retry: selection },
        (idempotencyKey) => parked.retry.mutate({ idempotencyKey, selection }),
        '已提交重试。',
      ),
    discard: (selection: ParkedSelection, reason: string) =>
      deed.run(
        { discard: selection, reason },
        (idempotencyKey) => parked.discard.mutate({ idempotencyKey, selection, reason }),
        '已提交舍弃。',
      ),
    reopen: (selection: ParkedSelection) =>
      deed.run(
        { reopen: selection },
        (idempotencyKey) => parked.reopen.mutate({ idempotencyKey, selection }),
        '已提交恢复。',
      ),
    resend: (ids: string[]) =>
      deed.run({ resend: ids }, (idempotencyKey) => parked.resend.mutate({ idempotencyKey, ids }), '已提交重新发送。'),
  }
}
