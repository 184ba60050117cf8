'use client'

import { useId } from 'react'
import { lengthSaid } from './length-said'
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
  rows?: number
  /** What the contract of the deed takes, in letters. */
  limit?: number
  required?: boolean
}

/** Whether something in the form is longer than may be sent; what it is gets the focus, and says so itself. */
export function hasTooLong(form: ParentNode): boolean {
  const field = form.querySelector<HTMLTextAreaElement>('textarea[data-too-long]')
  field?.focus()
  return field !== null
}

/** A reason in words. Usual wordings can be picked. Nothing is cut: what is too long stays, and says by how much. */
export function ReasonField({
  label,
  value,
  onChange,
  error,
  templates = [],
  rows = 2,
  limit = 500,
  required = true,
}: Props) {
  const id = useId()
  const { tooLong, near } = lengthSaid(value, limit)
  const wrong = tooLong ?? error
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
        rows={rows}
        required={required}
        data-too-long={tooLong === undefined ? undefined : ''}
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      {near === undefined ? null : <small>{near}</small>}
      {wrong === undefined ? null : (
        <p id={`${id}-error`} className="bad" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
