'use client'

import { hasTooLong } from '@/features/command/reason-field'
import type { useDeed } from '@/features/command/use-deed'
import { Said } from '@/features/command/said'
import f from '@/features/office/form.module.css'
import s from './library.module.css'

type Props = {
  title: string
  press: string
  /** `written`: there are words in it that have not gone out. */
  deed: ReturnType<typeof useDeed> & { written?: boolean }
  blocked?: boolean
  onPress: () => void
  children: React.ReactNode
}

/** A form that stays out of the way until it is opened. */
export function RecordBox({ title, press, deed, blocked = false, onPress, children }: Props) {
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!hasTooLong(event.currentTarget)) onPress()
  }
  return (
    <details className={`${s.deed ?? ''} no-print`}>
      <summary>
        {title}
        {deed.written === true ? '（已写，未发出）' : ''}
      </summary>
      <form method="post" noValidate onSubmit={submit}>
        {children}
        <div className={f.actions}>
          <button type="submit" className="primary" disabled={deed.busy || blocked}>
            {press}
          </button>
        </div>
        <Said deed={deed} />
      </form>
    </details>
  )
}
