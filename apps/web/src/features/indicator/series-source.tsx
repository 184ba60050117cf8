'use client'

import { useId, useState } from 'react'
import type { SeriesLine } from '@lianxi/schema/views/indicator'
import { ReasonField } from '@/features/command/reason-field'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import { RecordBox } from '@/features/library/record-box'
import f from '@/features/office/form.module.css'

type Stated = Pick<SeriesLine, 'name' | 'scope' | 'seen' | 'fits'> & { indicator: string | null }

/** Whose reports a series is: of an indicator each region reports itself, or figures somebody enters. */
export function SeriesSource({ zone, series }: { zone: string; series: Stated[] }) {
  const [which, from] = [useId(), useId()]
  const deed = useDeed()
  const [at, setAt] = useState('')
  const [indicator, setIndicator] = useState('')
  const [reason, setReason] = useState('')
  const line = at === '' ? undefined : series[Number(at)]
  const choose = (next: string) => {
    setAt(next)
    setIndicator(series[Number(next)]?.indicator ?? '')
  }
  const press = () => {
    if (line === undefined) return
    const { name, scope, seen } = line
    const command = { zone, name, scope, seen, indicator: indicator === '' ? null : indicator, reason }
    const call = (idempotencyKey: string) => api.indicator.stateSource.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '已登记，片刻后按新的来源重新判定。')
  }
  return (
    <RecordBox
      title="参照数列取自各地填报"
      press="登记来源"
      deed={deed}
      blocked={line === undefined || reason.trim() === '' || indicator === (line.indicator ?? '')}
      onPress={press}
    >
      <div className={f.field}>
        <label htmlFor={which}>参照数列</label>
        <select id={which} value={at} onChange={(event) => choose(event.target.value)}>
          <option value="">选择…</option>
          {series.map(({ name, scope }, index) => (
            <option key={`${scope} ${name}`} value={index}>
              {scope} {name}
            </option>
          ))}
        </select>
      </div>
      <div className={f.field}>
        <label htmlFor={from}>取自</label>
        <select id={from} value={indicator} onChange={(event) => setIndicator(event.target.value)}>
          <option value="">联席会议办公室录入</option>
          {(line?.fits ?? []).map(({ code, name }) => (
            <option key={code} value={code}>
              各地所报“{name}”（{code}）
            </option>
          ))}
        </select>
      </div>
      <ReasonField label="依据" value={reason} onChange={setReason} />
    </RecordBox>
  )
}
