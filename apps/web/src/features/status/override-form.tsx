'use client'

import { faultOf } from '@/features/command/use-deed'
import { ReasonField } from '@/features/command/reason-field'
import { RecordBox } from '@/features/library/record-box'
import { api } from '@/features/live/client'
import { SelectField } from '@/features/ui/select-field'
import { UntilField, untilOf } from './until-field'
import { useWordedDeed } from '@/features/command/use-typed-deed'
import type { CellPlace } from './cell-place'
import { OVERRIDE } from './titles'
import type { StatusChoice } from './words'

const TEMPLATES = ['数据推迟发布，按快报口径认定。', '口径调整期间暂不作判定。', '情况已经会议核实。']
const SCOPES = [
  { value: 'one', label: '仅这一期' },
  { value: 'onwards', label: '自这一期起各期' },
] as const
type Typed = {
  period: string
  onwards: boolean
  status: StatusChoice['value']
  report: boolean
  day: string
  reason: string
}
const START: Omit<Typed, 'period'> = { onwards: false, status: '', report: true, day: '', reason: '' }

type Props = Omit<CellPlace, 'period'> & {
  periods: readonly { period: string; words: string }[]
  choices: readonly StatusChoice[]
}

type ScopeProps = Pick<Props, 'periods'> & {
  period: string
  onwards: boolean
  onChange: (part: { period?: string; onwards?: boolean }) => void
}

/** Of which period, and whether of all that come after it. */
function Scope({ periods, period, onwards, onChange }: ScopeProps) {
  return (
    <>
      <SelectField
        label="报告期"
        value={period}
        choices={periods.map((one) => ({ value: one.period, label: one.words }))}
        onChange={(to) => onChange({ period: to })}
      />
      <SelectField
        label="范围"
        value={onwards ? 'onwards' : 'one'}
        choices={SCOPES}
        onChange={(to) => onChange({ onwards: to === 'onwards' })}
      />
    </>
  )
}

/** 人工认定: which status, of which periods, until when and why. */
export function OverrideForm({ periods, choices, ...place }: Props) {
  const { deed, typed, change } = useWordedDeed<'reason', Typed>(
    { ...START, period: periods[0]?.period ?? '' },
    { form: OVERRIDE, of: place.region, field: 'reason' },
  )
  const { period, onwards, status, reason } = typed
  const until = untilOf(typed)
  const press = () => {
    if (until === undefined || status === '') return
    const command = { ...place, period, onwards, status, until, reason }
    const call = (idempotencyKey: string) => api.status.override.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '认定已发布，片刻后生效；按规则判定的仍显示在旁边。')
  }
  return (
    <RecordBox
      title={OVERRIDE}
      press="发布认定"
      deed={deed}
      blocked={until === undefined || status === '' || reason.trim() === ''}
      onPress={press}
    >
      <Scope {...{ periods, period, onwards }} onChange={change} />
      <SelectField
        label="认定为"
        value={status}
        choices={choices}
        fault={faultOf(deed, 'status')}
        onChange={(to) => change({ status: to })}
      />
      <UntilField {...typed} fault={faultOf(deed, 'until')} onChange={change} />
      <ReasonField
        label="认定理由"
        value={reason}
        templates={TEMPLATES}
        error={faultOf(deed, 'reason')}
        onChange={(to) => change({ reason: to })}
      />
    </RecordBox>
  )
}
