'use client'

import { ReasonField } from '@/features/command/reason-field'
import { RecordBox } from '@/features/library/record-box'
import { api } from '@/features/live/client'
import { useWordedDeed } from '@/features/command/use-typed-deed'
import type { CellPlace } from './cell-place'
import { OBJECT } from './titles'

type Command = Parameters<typeof api.status.object.mutate>[0]
/** `override`: the one objected to; absent: what the rules say. */
type Props = CellPlace & Pick<Command, 'status' | 'override'> & { word: string }

/** 异议 to the computed status or the override that is shown: it stands beside it at once. */
export function ObjectForm({ status, override, word, ...place }: Props) {
  const { deed, typed, change } = useWordedDeed(
    { text: '' },
    { form: OBJECT, of: `${place.region} ${place.period}`, field: 'text' },
  )
  const press = () => {
    const command = { ...place, status, ...(override !== undefined && { override }), text: typed.text }
    const call = (idempotencyKey: string) => api.status.object.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '异议已发布，片刻后与判定并列显示；联席会议办公室已收到通知。')
  }
  return (
    <RecordBox
      title={`对${word}提出异议`}
      press="发布异议"
      deed={deed}
      blocked={typed.text.trim() === ''}
      onPress={press}
    >
      <ReasonField
        label="异议及理由（将与判定并列显示）"
        rows={3}
        limit={1000}
        value={typed.text}
        onChange={(text) => change({ text })}
      />
    </RecordBox>
  )
}
