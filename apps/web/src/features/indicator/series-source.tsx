'use client'

import { useId } from 'react'
import type { SeriesLine } from '@lianxi/schema/views/indicator'
import { ReasonField } from '@/features/command/reason-field'
import { useKeptDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'
import { RecordBox } from '@/features/library/record-box'
import f from '@/features/office/form.module.css'

type Stated = Pick<SeriesLine, 'name' | 'scope' | 'seen' | 'fits'> & { indicator: string | null }

const SOURCE = '参照数列取自各地填报'
const nameOf = ({ scope, name }: Pick<Stated, 'scope' | 'name'>): string => `${scope} ${name}`

/** Whose reports a series is: of an indicator each region reports itself, or figures somebody enters. */
export function SeriesSource({ zone, series }: { zone: string; series: Stated[] }) {
  const [which, from] = [useId(), useId()]
  const { deed, typed, change } = useKeptDeed({ form: SOURCE, of: zone }, { at: '', indicator: '', reason: '' })
  const { at, indicator, reason } = typed
  const find = (named: string) => series.find((one) => nameOf(one) === named)
  const line = find(at)
  const choose = (next: string) => change({ at: next, indicator: find(next)?.indicator ?? '' })
  const press = () => {
    if (line === undefined) return
    const { name, scope, seen } = line
    const command = { zone, name, scope, seen, indicator: indicator === '' ? null : indicator, reason }
    const call = (idempotencyKey: string) => api.indicator.stateSource.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '已登记，片刻后按新的来源重新判定。')
  }
  return (
    <RecordBox
      title={SOURCE}
      press="登记来源"
      deed={deed}
      blocked={line === undefined || reason.trim() === '' || indicator === (line.indicator ?? '')}
      onPress={press}
    >
      <div className={f.field}>
        <label htmlFor={which}>参照数列</label>
        <select id={which} value={at} onChange={(event) => choose(event.target.value)}>
          <option value="">选择…</option>
          {series.map((one) => (
            <option key={nameOf(one)} value={nameOf(one)}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </div>
      <div className={f.field}>
        <label htmlFor={from}>取自</label>
        <select id={from} value={indicator} onChange={(event) => change({ indicator: event.target.value })}>
          <option value="">联席会议办公室录入</option>
          {(line?.fits ?? []).map(({ code, name }) => (
            <option key={code} value={code}>
              各地所报“{name}”（{code}）
            </option>
          ))}
        </select>
      </div>
      <ReasonField label="依据" value={reason} onChange={(text) => change({ reason: text })} />
    </RecordBox>
  )
}
