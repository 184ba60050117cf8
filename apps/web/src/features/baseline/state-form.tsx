'use client'

import { useState } from 'react'
import { Decimal } from '@lianxi/schema/decimal'
import type { StatementView } from '@lianxi/schema/views/baseline'
import { askedValue } from '@lianxi/schema/vocabulary'
import { faultOf, useDeed } from '@/features/command/use-deed'
import { RecordBox } from '@/features/library/record-box'
import { api } from '@/features/live/client'
import { Field } from '@/features/year-list/fields'

/** Value, year and source; what nobody knows is left open, not guessed. */
export function StateForm({ zone, statement }: { zone: string; statement: StatementView }) {
  const { subject, region, asked, targetYear, unit } = statement
  const deed = useDeed()
  const [value, setValue] = useState('')
  const [year, setYear] = useState(asked === 'assigned' ? String(targetYear) : '')
  const [source, setSource] = useState('')
  const [note, setNote] = useState('')
  const figure = Decimal.safeParse(value.trim())
  const press = () => {
    if (!figure.success) return
    const about = { zone, region: region.code, subject, asked, value: figure.data, year: Number(year), source, note }
    const call = (idempotencyKey: string) => api.baseline.state.mutate({ ...about, idempotencyKey })
    void deed.run(about, call, '已报送，待联席会议办公室采用；不会再次询问。')
  }
  return (
    <RecordBox
      title={`填报${askedValue.labels[asked]}`}
      press="报送"
      deed={deed}
      blocked={!figure.success || !/^(19|20)\d{2}$/.test(year) || source.trim() === ''}
      onPress={press}
    >
      <Field
        label={`${askedValue.labels[asked]}${unit === null ? '' : `（${unit}）`}`}
        numeric
        value={value}
        onChange={setValue}
        fault={value === '' || figure.success ? undefined : '请填数字，小数不超过6位。'}
      />
      <Field label="年份" numeric value={year} onChange={setYear} fault={faultOf(deed, 'year')} />
      <Field label="数据来源" value={source} onChange={setSource} />
      <Field label="说明（可不填）" value={note} onChange={setNote} />
    </RecordBox>
  )
}
