'use client'

import { useId } from 'react'
import { Decimal } from '@lianxi/schema/decimal'
import { Period } from '@lianxi/schema/period'
import type { SeriesLine } from '@lianxi/schema/views/indicator'
import { RecordBox } from '@/features/library/record-box'
import { useKeptDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Field } from '@/features/year-list/fields'

type Known = Pick<SeriesLine, 'name' | 'scope' | 'unit'>

const ENTER = '录入参照数列'

/** One figure of a series with its source. */
export function EnterSeries({ zone, series }: { zone: string; series: Known[] }) {
  const id = useId()
  const start = { name: '', scope: '', unit: '', period: '', value: '', source: '' }
  const { deed, typed, change } = useKeptDeed({ form: ENTER, of: zone }, start)
  const choose = (at: string) => {
    const known = series[Number(at)]
    if (known !== undefined) change({ name: known.name, scope: known.scope, unit: known.unit ?? '' })
  }
  const period = Period.safeParse(typed.period.trim().toUpperCase())
  const value = Decimal.safeParse(typed.value.trim())
  const complete = [typed.name, typed.scope, typed.source].every((word) => word.trim() !== '')
  const press = () => {
    if (!period.success || !value.success) return
    const command = { ...typed, zone, period: period.data, value: value.data }
    const call = (idempotencyKey: string) => api.indicator.enterSeries.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '已录入，片刻后生效。')
  }
  return (
    <RecordBox
      title={ENTER}
      press="录入"
      deed={deed}
      blocked={!complete || !period.success || !value.success}
      onPress={press}
    >
      <div className={f.field}>
        <label htmlFor={id}>目标所比较的数列</label>
        <select id={id} defaultValue="" onChange={(event) => choose(event.target.value)}>
          <option value="">选择，或在下面写明…</option>
          {series.map(({ name, scope }, at) => (
            <option key={`${scope} ${name}`} value={at}>
              {scope} {name}
            </option>
          ))}
        </select>
      </div>
      <Field label="数列名称" value={typed.name} onChange={(name) => change({ name })} />
      <Field label="范围" value={typed.scope} onChange={(scope) => change({ scope })} />
      <Field label="单位" value={typed.unit} onChange={(unit) => change({ unit })} />
      <Field
        label="报告期"
        value={typed.period}
        onChange={(said) => change({ period: said })}
        fault={typed.period === '' || period.success ? undefined : '请写作 2025、2025H1、2025Q3 或 2025-09。'}
      />
      <Field
        label="数值"
        numeric
        value={typed.value}
        onChange={(said) => change({ value: said })}
        fault={typed.value === '' || value.success ? undefined : '请填数字，小数不超过6位。'}
      />
      <Field label="数据来源" value={typed.source} onChange={(source) => change({ source })} />
    </RecordBox>
  )
}
