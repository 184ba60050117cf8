'use client'

import { useState } from 'react'
import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'

/** `lately`: what to say first, where the body was reminded by hand not long ago; in words, so that rules stay outside. */
type Props = { chased: { zone: string; body: string; period: string }; lately: string | null }

/** Reminds a body by hand: in the system, and by mail or messenger where it has one. Within a day it asks first. */
export function RemindButton({ chased, lately }: Props) {
  const deed = useDeed()
  const [asking, setAsking] = useState(false)
  const send = () => {
    setAsking(false)
    const call = (idempotencyKey: string) => api.duty.remind.mutate({ ...chased, idempotencyKey })
    void deed.run({ remind: chased.body }, call, '已发通知。')
  }
  return (
    <div className="no-print">
      <button
        type="button"
        className="small"
        disabled={deed.busy || asking}
        onClick={() => (lately === null ? send() : setAsking(true))}
      >
        发通知催报
      </button>
      {asking ? (
        <p role="alert">
          {lately}再发一次？{' '}
          <button type="button" className="small" disabled={deed.busy} onClick={send}>
            再发一次
          </button>{' '}
          <button type="button" className="small" onClick={() => setAsking(false)}>
            不发
          </button>
        </p>
      ) : null}
      <Said deed={deed} />
    </div>
  )
}
