'use client'

import type { ReactNode } from 'react'
import { hasTooLong, ReasonField } from '@/features/command/reason-field'
import { useTypedText } from '@/features/draft/typed-texts'
import s from './chasing.module.css'

type Props = {
  title: string
  /** How the form is called where it is spoken of elsewhere; absent: by its title. */
  form?: string
  /** What it speaks of. */
  of: string
  label: string
  press: string
  templates: readonly string[]
  busy: boolean
  /** Whether it went out: until then what is typed stays. */
  send: (reason: string) => Promise<boolean>
  children?: ReactNode
}

/** A deed that needs nothing but a reason, out of the way until it is opened. */
export function ReasonForm({ title, form = title, of, label, press, templates, busy, send, children }: Props) {
  const [reason, keep] = useTypedText({ form, of })
  const submit = async () => {
    if (await send(reason)) keep('')
  }
  return (
    <details className={`${s.deed ?? ''} no-print`}>
      <summary>
        {title}
        {reason === '' ? '' : '（已写，未发出）'}
      </summary>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!hasTooLong(event.currentTarget)) void submit()
        }}
      >
        <ReasonField label={label} value={reason} templates={templates} onChange={keep} />
        <button type="submit" className="small" disabled={busy || reason.trim() === ''}>
          {press}
        </button>
        {children}
      </form>
    </details>
  )
}
