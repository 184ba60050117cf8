'use client'

import { useState } from 'react'
import { grouped, wanToYi, wanWords, withUnit } from '@lianxi/schema/figure-words'
import type { Finding } from '@lianxi/schema/views/result'
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
  /** Sums beside the input, in 万元: shown in the unit that is typed. */
  known: readonly (readonly [said: string, wan: number | null])[]
}

type Unit = '万元' | '亿元'

const sumWords = (amount: number, unit: Unit): string =>
  unit === '万元' ? wanWords(amount) : withUnit(grouped(wanToYi(String(amount))), unit)

/** What is wrong with a sum typed in 亿元 is said of 亿元. */
const ofYi = (finding: Finding, title: string): Finding =>
  finding.code === 'wan-invalid'
    ? { ...finding, message: `${title}应为不小于 0 的数，单位为亿元，小数点后不超过四位（即精确到 1 万元）。` }
    : finding

/** A sum typed in 万元 or 亿元 and kept in 万元. What was typed stays on the screen as typed (`13.` is on its way to 13.9). */
export function MoneyField({ name, label, state, value, onChange, known }: Props) {
  const [unit, setUnit] = useState<Unit>('万元')
  const title = label.replace(/（万元）$/, '')
  const hint = known
    .flatMap(([said, amount]) => (amount === null ? [] : `${said}${sumWords(amount, unit)}`))
    .join(' · ')
  const inUnit: FieldState =
    unit === '万元'
      ? state
      : { ...state, findings: (field) => state.findings(field).map((finding) => ofYi(finding, title)) }
  const [typed, setTyped] = useState<{ yi: string; wan: string }>()
  const shown = unit === '万元' ? value : typed?.wan === value ? typed.yi : wanToYi(value)
  const type = (text: string) => {
    if (unit === '万元') return onChange(text)
    const wan = yiToWan(text)
    setTyped({ yi: text, wan })
    onChange(wan)
  }
  return (
    <Field name={name} label={title} state={inUnit} hint={hint === '' ? undefined : hint}>
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
            aria-label={`${title}的单位`}
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
