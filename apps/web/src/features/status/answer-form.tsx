'use client'

import { ReasonField } from '@/features/command/reason-field'
import { faultOf } from '@/features/command/use-deed'
import { RecordBox } from '@/features/library/record-box'
import { api } from '@/features/live/client'
import { SelectField } from '@/features/ui/select-field'
import { UntilField, untilOf } from './until-field'
import { useWordedDeed } from '@/features/command/use-typed-deed'
import type { CellPlace } from './cell-place'
import { ANSWER } from './titles'
import type { StatusChoice } from './words'

type Command = Parameters<typeof api.status.answer.mutate>[0]
export type OutcomeChoice = { value: Command['outcome']; label: string }
type Props = CellPlace & {
  objection: string
  outcomes: readonly OutcomeChoice[]
  choices: readonly StatusChoice[]
}
type Typed = {
  outcome: Command['outcome']
  status: StatusChoice['value']
  report: boolean
  day: string
  reason: string
}
const START: Typed = { outcome: 'maintained', status: '', report: true, day: '', reason: '' }

/** Answers exactly the objection that is shown; accepted with an override, both are said at once. */
export function AnswerForm({ objection, outcomes, choices, ...place }: Props) {
  const { deed, typed, change } = useWordedDeed(START, { form: ANSWER, of: objection, field: 'reason' })
  const { outcome, status, reason } = typed
  const until = outcome === 'overridden' ? untilOf(typed) : null
  const press = () => {
    if (until === undefined) return
    if (outcome === 'overridden' && status === '') return
    const override = outcome === 'overridden' && status !== '' ? { status, until } : null
    const command = { ...place, objection, outcome, reason, override }
    const call = (idempotencyKey: string) => api.status.answer.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '已答复，片刻后与异议一同显示；提出单位已收到通知。')
  }
  return (
    <RecordBox
      title={ANSWER}
      press="发布答复"
      deed={deed}
      blocked={until === undefined || (outcome === 'overridden' && status === '') || reason.trim() === ''}
      onPress={press}
    >
      <SelectField
        label="答复"
        value={outcome}
        choices={outcomes}
        fault={faultOf(deed, 'outcome')}
        onChange={(to) => change({ outcome: to })}
      />
      {outcome === 'overridden' ? (
        <>
          <SelectField
            label="认定为"
            value={status}
            choices={choices}
            fault={faultOf(deed, 'override.status')}
            onChange={(to) => change({ status: to })}
          />
          <UntilField {...typed} fault={faultOf(deed, 'override.until')} onChange={change} />
        </>
      ) : null}
      <ReasonField
        label="理由"
        value={reason}
        error={faultOf(deed, 'reason')}
        onChange={(to) => change({ reason: to })}
      />
      {outcome === 'correction' ? (
        <p className="note">报告期已关闭的，请在下方“历次填报”中同时退回该填报，责任单位才能更正。</p>
      ) : null}
    </RecordBox>
  )
}
