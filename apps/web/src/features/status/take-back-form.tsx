'use client'

import { ReasonField } from '@/features/command/reason-field'
import { RecordBox } from '@/features/library/record-box'
import { api } from '@/features/live/client'
import { useWordedDeed } from '@/features/command/use-typed-deed'
import type { CellPlace } from './cell-place'
import { TAKE_BACK } from './titles'

/** Takes back exactly the objection that is shown; for the body that said it. */
export function TakeBackForm({ objection, ...place }: CellPlace & { objection: string }) {
  const { deed, typed, change } = useWordedDeed({ reason: '' }, { form: TAKE_BACK, of: objection, field: 'reason' })
  const press = () => {
    const command = { ...place, objection, reason: typed.reason }
    const call = (idempotencyKey: string) => api.status.withdrawObjection.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '异议已撤回，片刻后不再显示；联席会议办公室已收到通知。')
  }
  return (
    <RecordBox title={TAKE_BACK} press={TAKE_BACK} deed={deed} blocked={typed.reason.trim() === ''} onPress={press}>
      <ReasonField label="撤回原因" value={typed.reason} onChange={(reason) => change({ reason })} />
    </RecordBox>
  )
}
