'use client'

import { faultOf } from '@/features/command/use-deed'
import { ReasonField } from '@/features/command/reason-field'
import { RecordBox } from '@/features/library/record-box'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { StatusSelect } from './status-select'
import { UntilField, untilOf } from './until-field'
import { type CellPlace, useSaying } from './use-saying'
import type { StatusChoice } from './words'

const TEMPLATES = ['数据推迟发布，按快报口径认定。', '口径调整期间暂不作判定。', '情况已经会议核实。']
const START = { onwards: false, status: 'on-track' as const, report: true, day: '', reason: '' }

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
      <div className={f.field}>
        <label>
          报告期{' '}
          <select value={period} onChange={(event) => onChange({ period: event.target.value })}>
            {periods.map((one) => (
              <option key={one.period} value={one.period}>
                {one.words}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={f.field}>
        <label>
          范围{' '}
          <select
            value={onwards ? 'onwards' : 'one'}
            onChange={(event) => onChange({ onwards: event.target.value === 'onwards' })}
          >
            <option value="one">仅这一期</option>
            <option value="onwards">自这一期起各期</option>
          </select>
        </label>
      </div>
    </>
  )
}

/** 人工认定: which status, of which periods, until when and why. */
export function OverrideForm({ periods, choices, ...place }: Props) {
  const { deed, typed, change } = useSaying<
    Omit<typeof START, 'status'> & { status: StatusChoice['value']; period: string }
  >({ ...START, period: periods[0]?.period ?? '' })
  const { period, onwards, status, reason } = typed
  const until = untilOf(typed)
  const press = () => {
    if (until === undefined) return
    const command = { ...place, period, onwards, status, until, reason }
    const call = (idempotencyKey: string) => api.status.override.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '认定已发布，片刻后生效；按规则判定的仍显示在旁边。')
  }
  return (
    <RecordBox
      title="人工认定状态"
      press="发布认定"
      deed={deed}
      blocked={until === undefined || reason.trim() === ''}
      onPress={press}
    >
      <Scope {...{ periods, period, onwards }} onChange={change} />
      <StatusSelect
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
