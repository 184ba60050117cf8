'use client'

import { useRef, useState } from 'react'
import s from './login.module.css'
import f from '@/features/office/form.module.css'
import { Notice } from '@/features/shell/page-head'

/** The server's own sentence: it alone knows whether it is the password, the account or the limit. */
async function refusalOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => undefined)
  const said = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined
  return typeof said === 'string' ? said : '系统暂时出了问题，请稍后重试。'
}

/** Undefined: signed in; else what to tell. */
async function signIn(username: string, password: string): Promise<string | undefined> {
  const answer = await fetch('/api/auth/sign-in/username', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  }).catch(() => undefined)
  if (answer === undefined) return '网络不通，请检查网络后重试。'
  return answer.ok ? undefined : refusalOf(answer)
}

type Credentials = {
  username: string
  setUsername: (username: string) => void
  password: string
  setPassword: (password: string) => void
  box: React.RefObject<HTMLInputElement | null>
  faulty: boolean
}

function Inputs({ username, setUsername, password, setPassword, box, faulty }: Credentials) {
  const described = faulty ? { 'aria-invalid': true, 'aria-describedby': 'login-error' } : {}
  return (
    <>
      <div className={f.field}>
        <label htmlFor="username">用户名</label>
        <input
          id="username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...described}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
      </div>
      <div className={f.field}>
        <label htmlFor="password">密码</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          ref={box}
          {...described}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
    </>
  )
}

/** User name and password; afterwards back to where one was. */
export function LoginForm({ next, demo }: { next: string; demo: Demo }) {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const submit = async (event: React.FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (username.trim() === '' || password === '') return setFault('请填写用户名和密码。')
    setBusy(true)
    const failed = await signIn(username.trim(), password)
    // A browser keeps what stood behind # through the redirect to this page.
    if (failed === undefined) return window.location.assign(`${next}${window.location.hash}`)
    setBusy(false)
    setFault(failed)
    box.current?.focus()
  }
  const choose = (name: string) => {
    setUsername(name)
    setFault(undefined)
    box.current?.focus()
  }
  return (
    <div className={s.columns}>
      <form method="post" noValidate onSubmit={(event) => void submit(event)}>
        <Inputs {...{ username, setUsername, password, setPassword, box }} faulty={fault !== undefined} />
        <div id="login-error" role="alert">
          {fault === undefined ? null : <Notice bad>{fault}</Notice>}
        </div>
        <div className={f.actions}>
          <button type="submit" className="primary" disabled={busy}>
            登录
          </button>
          <small>忘记密码请联系系统管理员重设</small>
        </div>
      </form>
      {demo.length === 0 ? null : <DemoAccounts demo={demo} choose={choose} />}
    </div>
  )
}

type Demo = { username: string; label: string }[]

function DemoAccounts({ demo, choose }: { demo: Demo; choose: (username: string) => void }) {
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">演示账号</h2>
      <p className="note">密码都是 lianxi-demo-2025，只在演示中有效。点用户名即填入。</p>
      <ul className={s.demo}>
        {demo.map(({ username, label }) => (
          <li key={username}>
            <button type="button" className="plain" onClick={() => choose(username)}>
              {username}
            </button>
            <span>{label}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
