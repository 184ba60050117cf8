'use client'

import type { PartnershipView } from '@lianxi/schema/views/partner'
import { ReasonField } from '@/features/command/reason-field'
import { Said } from '@/features/command/said'
import { RecordBox } from '@/features/library/record-box'
import f from '@/features/office/form.module.css'
import { useWordedPartner } from './use-partner'

type Props = { zone: string; partnership: PartnershipView }
const sharedOf = ({ zone, partnership: { of, subject } }: Props) => ({ zone, ofZone: of.code, subject })

/** Accepts or declines, always with words. */
export function AnswerForm(props: Props) {
  const { code, seen } = props.partnership
  const { deed, typed, change, say } = useWordedPartner(
    sharedOf(props),
    { note: '' },
    { form: '答复邀请', of: code, field: 'note' },
  )
  const answer = (accepted: boolean) =>
    void say({ type: 'answer', code, seen, accepted, note: typed.note }, '已答复，片刻后生效。')
  const blocked = deed.busy || typed.note.trim() === ''
  return (
    <div className="no-print">
      <ReasonField label="答复意见" value={typed.note} onChange={(note) => change({ note })} />
      <div className={f.row}>
        <button type="button" className="primary" disabled={blocked} onClick={() => answer(true)}>
          接受
        </button>
        <button type="button" disabled={blocked} onClick={() => answer(false)}>
          谢绝
        </button>
      </div>
      <Said deed={deed} />
    </div>
  )
}

/** Takes an invitation back, or ends what stands. */
export function EndForm(props: Props) {
  const { code, seen, state } = props.partnership
  const title = state === 'asked' ? '收回邀请' : '结束合作'
  const { deed, typed, change, say } = useWordedPartner(
    sharedOf(props),
    { reason: '' },
    { form: title, of: code, field: 'reason' },
  )
  const press = () => void say({ type: 'end', code, seen, reason: typed.reason }, '已登记，片刻后生效。')
  return (
    <RecordBox title={title} press={title} deed={deed} blocked={typed.reason.trim() === ''} onPress={press}>
      <ReasonField label="原因" value={typed.reason} onChange={(reason) => change({ reason })} />
    </RecordBox>
  )
}
