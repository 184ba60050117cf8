'use client'

import { useState } from 'react'

/** Ends the session on the server, then leaves; a failure is said, not hidden. */
export function SignOut() {
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle')
  const leave = async () => {
    setState('leaving')
    const answer = await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => undefined)
    if (answer?.ok === true) window.location.assign('/login')
    else setState('failed')
  }
  return (
    <button type="button" disabled={state === 'leaving'} onClick={() => void leave()}>
      {state === 'failed' ? '未能退出，重试' : '退出'}
    </button>
  )
}
