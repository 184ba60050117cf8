'use client'

import s from '@/features/shell/shell.module.css'
import type { Trouble } from './trouble'

/**
 * Says why nothing came back and offers the way on: sign in and return here, or try again. What is on the page alone
 * stays open while somebody signs in beside it.
 */
export function TroubleNote({ trouble, retry }: { trouble: Trouble | undefined; retry?: (() => void) | undefined }) {
  if (trouble === undefined) return null
  const signIn = () => {
    if (!trouble.kept) return void window.open('/login', '_blank', 'noopener')
    const { pathname, search } = window.location
    window.location.assign(`/login?next=${encodeURIComponent(pathname + search)}`)
  }
  return (
    <div className={`${s.notice ?? ''} ${s.noticeBad ?? ''}`} role="alert">
      {trouble.message}{' '}
      {trouble.kind === 'signed-out' ? (
        <button type="button" className="small" onClick={signIn}>
          重新登录
        </button>
      ) : retry === undefined || trouble.kind === 'forbidden' || trouble.kind === 'refused' ? null : (
        <button type="button" className="small" onClick={retry}>
          重试
        </button>
      )}
    </div>
  )
}
