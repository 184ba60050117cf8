'use client'

import { useRef } from 'react'
import { TroubleNote } from '@/features/command/trouble-note'
import s from '@/features/login/login.module.css'
import f from '@/features/office/form.module.css'
import { Notice } from '@/features/shell/page-head'
import { type FieldName, useChangePassword } from './use-change-password'

const FIELDS = [
  ['current', '当前密码', 'current-password', ''],
  ['password', '新密码', 'new-password', '至少12位'],
  ['again', '再输一次', 'new-password', ''],
] as const satisfies [FieldName, string, string, string][]

type Props = {
  name: FieldName
  label: string
  complete: string
  hint: string
  value: string
  fault: string | undefined
  onChange: (value: string) => void
}

function PasswordField({ name, label, complete, hint, value, fault, onChange }: Props) {
  return (
    <div className={f.field}>
      <label htmlFor={name}>{label}</label>
      <div className={f.control}>
        <input
          id={name}
          name={name}
          type="password"
          autoComplete={complete}
          maxLength={128}
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={`${name}-hint ${name}-error`}
          onChange={(event) => onChange(event.target.value)}
        />{' '}
        <small id={`${name}-hint`}>{hint}</small>
        <p id={`${name}-error`} className={f.error} role="alert">
          {fault}
        </p>
      </div>
    </div>
  )
}

/** The current password once, the new one twice. What went wrong stands at its field, the outcome under the form. */
export function ChangePasswordForm({ username }: { username: string }) {
  const form = useRef<HTMLFormElement>(null)
  const { busy, trouble, typed, type, said, submit } = useChangePassword((field) =>
    form.current?.querySelector<HTMLInputElement>(`#${field}`)?.focus(),
  )
  const press = (event: React.FormEvent) => {
    event.preventDefault()
    void submit()
  }
  const faultOf = (name: FieldName) => (said?.field === name ? said.message : undefined)
  return (
    <div className={s.columns}>
      <form method="post" noValidate ref={form} onSubmit={press}>
        {/* Not shown: tells the browser's password store whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        {FIELDS.map(([name, label, complete, hint]) => (
          <PasswordField
            key={name}
            {...{ name, label, complete, hint }}
            value={typed[name]}
            fault={faultOf(name)}
            onChange={(value) => type(name, value)}
          />
        ))}
        <div role="status" aria-live="polite">
          {said === undefined || said.field !== null ? null : said.ok ? (
            <p className="good">{said.message}</p>
          ) : (
            <Notice bad>{said.message}</Notice>
          )}
        </div>
        <TroubleNote trouble={trouble} />
        <div className={f.actions}>
          <button type="submit" className="primary" disabled={busy}>
            修改密码
          </button>
          <small>忘记当前密码请联系系统管理员重设</small>
        </div>
      </form>
    </div>
  )
}
