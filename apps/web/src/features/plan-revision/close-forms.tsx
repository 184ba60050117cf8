'use client'

import { faultOf } from '@/features/command/use-deed'
import { ReasonField } from '@/features/command/reason-field'
import { RecordBox } from '@/features/library/record-box'
import { Field } from '@/features/year-list/fields'
import { APPROVE, CLOSINGS } from './titles'
import { type Revised, useRevising } from './use-revising'

type Props = { about: Revised; number: number }

/** Records that the proposal was approved as it is: by whom, by which document, when. */
function ApproveForm({ about, number, today }: Props & { today: string }) {
  const { deed, typed, change, say } = useRevising(
    about,
    { approvedBy: '', basis: '', on: today },
    { form: APPROVE, of: `${number}` },
  )
  const blocked = typed.approvedBy.trim() === '' || typed.basis.trim() === '' || typed.on === ''
  const press = () => void say({ type: 'approve', number, ...typed }, '已登记批准，片刻后生效。')
  return (
    <RecordBox title={APPROVE} press={APPROVE} deed={deed} blocked={blocked} onPress={press}>
      <Field label="批准机关" value={typed.approvedBy} onChange={(approvedBy) => change({ approvedBy })} />
      <Field label="批准文件" value={typed.basis} onChange={(basis) => change({ basis })} />
      <Field
        {...{ label: '批准日期', type: 'date', max: today, value: typed.on, fault: faultOf(deed, 'on') }}
        onChange={(on) => change({ on })}
      />
    </RecordBox>
  )
}

function CloseForm({ about, number, type }: Props & { type: 'refuse' | 'withdraw' }) {
  const { title, done } = CLOSINGS[type]
  const { deed, typed, change, say } = useRevising(about, { reason: '' }, { form: title, of: `${number}` })
  const press = () => void say({ type, number, reason: typed.reason }, done)
  return (
    <RecordBox title={title} press={title} deed={deed} blocked={typed.reason.trim() === ''} onPress={press}>
      <ReasonField label="原因" value={typed.reason} onChange={(reason) => change({ reason })} />
    </RecordBox>
  )
}

/** What this person may do with an open proposal. */
export function CloseForms({
  about,
  number,
  today,
  mayDecide,
  mayWithdraw,
}: Props & {
  today: string
  mayDecide: boolean
  mayWithdraw: boolean
}) {
  return (
    <>
      {mayDecide ? <ApproveForm {...{ about, number, today }} /> : null}
      {mayDecide ? <CloseForm {...{ about, number }} type="refuse" /> : null}
      {mayWithdraw ? <CloseForm {...{ about, number }} type="withdraw" /> : null}
    </>
  )
}
