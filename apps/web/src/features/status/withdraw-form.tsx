'use client'

import { ReasonField } from '@/features/command/reason-field'
import { RecordBox } from '@/features/library/record-box'
import { api } from '@/features/live/client'
import { useWordedDeed } from '@/features/command/use-typed-deed'
import type { CellPlace } from './cell-place'
import { WITHDRAW } from './titles'

/** Takes back exactly the override that is shown. */
export function WithdrawForm({ override, ...place }: CellPlace & { override: string }) {
  const { deed, typed, change } = useWordedDeed({ reason: '' }, { form: WITHDRAW, of: override, field: 'reason' })
  const press = () => {
    const command = { ...place, override, reason: typed.reason }
    const call = (idempotencyKey: string) => api.status.withdraw.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '已收回，片刻后按规则判定。')
  }
  return (
    <RecordBox title={WITHDRAW} press="收回" deed={deed} blocked={typed.reason.trim() === ''} onPress={press}>
      <ReasonField label="收回理由" value={typed.reason} onChange={(reason) => change({ reason })} />
    </RecordBox>
  )
}
