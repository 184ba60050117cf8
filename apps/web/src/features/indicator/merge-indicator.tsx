'use client'

import { useId } from 'react'
import type { IndicatorDeed } from '@lianxi/schema/commands/indicator'
import type { IndicatorOpen } from '@lianxi/schema/views/indicator'
import { ReasonField } from '@/features/command/reason-field'
import { useKeptDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'
import { RecordBox } from '@/features/library/record-box'
import f from '@/features/office/form.module.css'

type Props = { zone: string; open: IndicatorOpen }

/** The titles of both forms: by them what was typed is shown when somebody else was faster. */
export const MERGE = '与另一指标含义相同（合并）'
const SEPARATE = '撤销合并'

function useIndicatorDeed<Fields extends Record<string, string>>({ zone, open }: Props, form: string, start: Fields) {
  const { deed, typed, change } = useKeptDeed({ form, of: open.line.code }, start)
  const keep = (told: IndicatorDeed, done: string) => {
    const command = { zone, seen: open.seen, deed: told }
    void deed.run(command, (idempotencyKey) => api.indicator.keep.mutate({ ...command, idempotencyKey }), done)
  }
  return { deed, typed, change, keep }
}

/** Only indicators of the same unit and basis can be one. */
export function MergeIndicator(props: Props) {
  const { open } = props
  const id = useId()
  const { deed, typed, change, keep } = useIndicatorDeed(props, MERGE, { into: '', reason: '' })
  const { into, reason } = typed
  const press = () => keep({ type: 'merge', code: open.line.code, into, reason }, '已合并，片刻后生效。')
  return (
    <RecordBox
      title={MERGE}
      press="并入所选指标"
      deed={deed}
      blocked={into === '' || reason.trim() === ''}
      onPress={press}
    >
      <div className={f.field}>
        <label htmlFor={id}>并入</label>
        <select id={id} value={into} onChange={(event) => change({ into: event.target.value })}>
          <option value="">同单位、同口径的指标…</option>
          {open.alike.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}（{code}）
            </option>
          ))}
        </select>
      </div>
      <ReasonField label="合并理由" value={reason} onChange={(text) => change({ reason: text })} />
    </RecordBox>
  )
}

/** Takes a merge back: both stand alone again. */
export function SeparateIndicator(props: Props) {
  const { open } = props
  const { deed, typed, change, keep } = useIndicatorDeed(props, SEPARATE, { reason: '' })
  const { reason } = typed
  const press = () => keep({ type: 'separate', code: open.line.code, reason }, '已拆分，片刻后生效。')
  return (
    <RecordBox title={SEPARATE} press="拆分" deed={deed} blocked={reason.trim() === ''} onPress={press}>
      <ReasonField label="拆分理由" value={reason} onChange={(text) => change({ reason: text })} />
    </RecordBox>
  )
}
