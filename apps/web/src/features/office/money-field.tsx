'use client'

import { useState } from 'react'
import { wanToYi } from '@lianxi/schema/figure-words'
import { yiToWan } from '@/features/ui/format'
import { Field, type FieldState } from './field'
import f from './form.module.css'
import { LIMITS } from './titles'

type Props = {
  name: string
  label: string
  state: FieldState
  value: string
  onChange: (wan: string) => void
  hint?: React.ReactNode
}

/** A sum typed in 万元 or 亿元 and kept in 万元. What was typed stays on the screen as typed (`13.` is on its way to 13.9). */
export function MoneyField({ name, label, state, value, onChange, hint }: Props) {
  const [unit, setUnit] = useState<'万元' | '亿元'>('万元')
  const [typed, setTyped] = useState<{ yi: string; wan: string }>()
  const shown = unit === '万元' ? value : typed?.wan === value ? typed.yi : wanToYi(value)
  const type = (text: string) => {
    if (unit === '万元') return onChange(text)
    const wan = yiToWan(text)
    setTyped({ yi: text, wan })
    onChange(wan)
  }
  return (
    <Field name={name} label={label.replace(/（万元）$/, '')} state={state} hint={hint}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            className={f.figure}
            inputMode="decimal"
            autoComplete="off"
            maxLength={LIMITS.figure}
            value={shown}
            onChange={(event) => type(event.target.value)}
          />{' '}
          <select
            aria-label={`${label.replace(/（万元）$/, '')}的单位`}
            value={unit}
            onChange={(event) => setUnit(event.target.value === '亿元' ? '亿元' : '万元')}
          >
            <option>万元</option>
            <option>亿元</option>
          </select>
        </>
      )}
    </Field>
  )
}
