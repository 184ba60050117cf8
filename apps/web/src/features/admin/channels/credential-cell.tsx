'use client'

import { useState } from 'react'
import { CREDENTIAL_STATE_LABELS, type CredentialState, type CredentialView } from '@lianxi/schema/views/channels'
import { ReasonField } from '@/features/command/reason-field'
import { TroubleNote } from '@/features/command/trouble-note'
import { api } from '@/features/live/client'
import { Notice } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { useDeed } from '@/features/command/use-deed'
import s from './channels.module.css'
import { useRedrawWhile } from '@/features/live/redraw'

type Props = { region: string; credential: CredentialView }

const TONE: Record<CredentialState, string | undefined> = {
  none: 'quiet',
  asked: 'warned',
  'in-use': 'good',
  revoking: 'warned',
  revoked: 'quiet',
  failed: 'bad',
}

function useCredential({ region, credential: { slot } }: Props) {
  const deed = useDeed()
  const [shown, setShown] = useState<{ user: string; password: string }>()
  const issue = (replace: boolean) => {
    const input = { region, slot, replace }
    return deed.run(
      input,
      async (idempotencyKey) => {
        const { done, user, password } = await api.admin.channels.issue.mutate({ ...input, idempotencyKey })
        if (done.ok) setShown(user !== null && password !== null ? { user, password } : undefined)
        return done
      },
      '已申请，生效后口令可用。',
    )
  }
  const revoke = (reason: string) =>
    deed.run(
      { region, slot, reason },
      (idempotencyKey) => api.admin.channels.revoke.mutate({ region, slot, reason, idempotencyKey }),
      '已申请吊销。',
    )
  return { deed, shown, hide: () => setShown(undefined), issue, revoke }
}

/** The clear password, this once. */
function Shown({ shown, hide }: { shown: { user: string; password: string }; hide: () => void }) {
  return (
    <Notice>
      口令只显示这一次，请立即记下并当面或加密交给对方技术人员。
      <dl className={s.secret}>
        <dt>用户名</dt>
        <dd className="mono">{shown.user}</dd>
        <dt>口令</dt>
        <dd className="mono" data-password>
          {shown.password}
        </dd>
      </dl>
      <button type="button" className="small" onClick={hide}>
        已记下，不再显示
      </button>
    </Notice>
  )
}

function Revoke({ user, busy, revoke }: { user: string; busy: boolean; revoke: (reason: string) => Promise<boolean> }) {
  const [reason, setReason] = useState('')
  return (
    <details>
      <summary aria-label={`吊销 ${user}`}>吊销</summary>
      <p className="note">立即生效，正在使用的连接也会失去权限。</p>
      <ReasonField label="吊销原因" value={reason} onChange={setReason} />
      <button
        type="button"
        className="small"
        disabled={busy || reason.trim() === ''}
        onClick={() => void revoke(reason).then((ok) => ok && setReason(''))}
      >
        确认吊销
      </button>
    </details>
  )
}

function Said({ credential: { state, last } }: { credential: CredentialView }) {
  return (
    <>
      <span className={TONE[state]} data-credential={state}>
        {CREDENTIAL_STATE_LABELS[state]}
        {last?.failure ? `：${last.failure}` : ''}
      </span>
      {last === null ? null : (
        <span className="sub">
          {minuteOf(last.finishedAt ?? last.at)} {last.by}
          {last.reason === null ? '' : `：${last.reason}`}
        </span>
      )}
    </>
  )
}

/** One of a region's two credentials: where it stands, and issuing, replacing and revoking it. */
export function CredentialCell(props: Props) {
  const { credential } = props
  const { user, state } = credential
  const { deed, shown, hide, issue, revoke } = useCredential(props)
  const waiting = state === 'asked' || state === 'revoking'
  useRedrawWhile(waiting)
  const inUse = state === 'in-use' || state === 'failed'
  return (
    <div>
      <span className="mono">{user}</span>
      <br />
      <Said credential={credential} />
      {shown === undefined ? null : <Shown shown={shown} hide={hide} />}
      <div className={s.deeds}>
        {inUse ? (
          <details>
            <summary aria-label={`更换口令 ${user}`}>更换口令</summary>
            <p className="note">
              旧口令立即不能再用于新的连接。不中断的做法：先发放另一个凭据，对方换用后再吊销这一个。
            </p>
            <button type="button" className="small" disabled={deed.busy} onClick={() => void issue(true)}>
              确认更换
            </button>
          </details>
        ) : (
          <button
            type="button"
            className="small"
            aria-label={`发放 ${user}`}
            disabled={deed.busy || waiting}
            onClick={() => void issue(false)}
          >
            发放
          </button>
        )}
        {inUse ? <Revoke user={user} busy={deed.busy} revoke={revoke} /> : null}
      </div>
      <span role="status" className={deed.said?.ok === false ? 'bad' : 'good'}>
        {deed.said?.ok === true && !waiting ? '' : deed.said?.message}
      </span>
      <TroubleNote trouble={deed.trouble} />
    </div>
  )
}
