'use client'

import { useId } from 'react'
import s from './command.module.css'

/** Wordings that return a report most often; picked, then made exact by hand. */
export const RETURN_TEMPLATES = [
  '口径与规划要求不一致，请按指标口径重新填报。',
  '数值与上期相差较大，请核对并说明原因。',
  '请核对单位（万元、亿元）。',
  '数据来源不明确，请补充。',
  '进展说明过于笼统，请补充本期实际完成情况。',
  '存在问题未写明需要谁、在何时解决，请补充。',
]

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  templates?: readonly string[]
}

/** A reason in words. Usual wordings can be picked. */
export function ReasonField({ label, value, onChange, error, templates = [] }: Props) {
  const id = useId()
  return (
    <div className={s.reason}>
      <label htmlFor={id}>{label}</label>
      {templates.length > 0 ? (
        <select aria-label="常用原因" value="" onChange={(event) => onChange(`${value}${event.target.value}`)}>
          <option value="">选用常用原因…</option>
          {templates.map((template) => (
            <option key={template} value={template}>
              {template}
            </option>
          ))}
        </select>
      ) : null}
      <textarea
        id={id}
        rows={2}
        required
        maxLength={500}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      {error === undefined ? null : (
        <p id={`${id}-error`} className="bad" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
