'use client'

import { useId, useState } from 'react'
import type { IndicatorDeed } from '@lianxi/schema/commands/indicator'
import type { IndicatorOpen } from '@lianxi/schema/views/indicator'
import { ReasonField } from '@/features/command/reason-field'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import { RecordBox } from '@/features/library/record-box'
import f from '@/features/office/form.module.css'

type Props = { zone: string; open: IndicatorOpen }

function useIndicatorDeed({ zone, open }: Props) {
  const deed = useDeed()
  const keep = (told: IndicatorDeed, done: string) => {
    const command = { zone, seen: open.seen, deed: told }
    void deed.run(command, (idempotencyKey) => api.indicator.keep.mutate({ ...command, idempotencyKey }), done)
  }
  return { deed, keep }
}

/** Only indicators of the same unit and basis can be one. */
export function MergeIndicator(props: Props) {
  const { open } = props
  const id = useId()
  const { deed, keep } = useIndicatorDeed(props)
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const press = () => keep({ type: 'merge', code: open.line.code, into, reason }, '已合并，片刻后生效。')
  return (
    <RecordBox
      title="与另一指标含义相同（合并）"
      press="并入所选指标"
      deed={deed}
      blocked={into === '' || reason.trim() === ''}
      onPress={press}
    >
      <div className={f.field}>
        <label htmlFor={id}>并入</label>
        <select id={id} value={into} onChange={(event) => setInto(event.target.value)}>
          <option value="">同单位、同口径的指标…</option>
          {open.alike.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}（{code}）
            </option>
          ))}
        </select>
      </div>
      <ReasonField label="合并理由" value={reason} onChange={setReason} />
    </RecordBox>
  )
}

/** Takes a merge back: both stand alone again. */
export function SeparateIndicator(props: Props) {
  const { open } = props
  const { deed, keep } = useIndicatorDeed(props)
  const [reason, setReason] = useState('')
  const press = () => keep({ type: 'separate', code: open.line.code, reason }, '已拆分，片刻后生效。')
  return (
    <RecordBox title="撤销合并" press="拆分" deed={deed} blocked={reason.trim() === ''} onPress={press}>
      <ReasonField label="拆分理由" value={reason} onChange={setReason} />
    </RecordBox>
  )
}
