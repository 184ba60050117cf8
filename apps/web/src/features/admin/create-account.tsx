'use client'

import { useState } from 'react'
import { sameMembership } from '@lianxi/domain/place/membership'
import { CreateAccount, type BodyOption, type MembershipGiven } from '@lianxi/schema/commands/account'
import { role as roles } from '@lianxi/schema/vocabulary'
import { TroubleNote } from '@/features/command/trouble-note'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import s from './admin.module.css'
import { MembershipPicker } from './membership-picker'
import { useDeed } from '@/features/command/use-deed'

const EMPTY = { username: '', name: '', phone: '', password: '' }
const FIELDS = [
  ['username', '用户名', 'text', 'off', '小写字母、数字或连字符，以字母开头'],
  ['name', '姓名', 'text', 'off', ''],
  ['phone', '手机号', 'tel', 'off', '可不填'],
  ['password', '初始密码', 'password', 'new-password', '至少12位，请当面或电话告知本人'],
] as const

const UNTAKEN = '选好的单位和角色还没有加入：请点“加入”，不需要的改回“请选择单位”。'
const TWICE = '这一单位和角色已在其中。'

/** The contract's own sentences, by field, before anything is sent. */
function faultsOf(account: object): Record<string, string> {
  const parsed = CreateAccount.omit({ idempotencyKey: true }).safeParse(account)
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]))
}

function useNewAccount() {
  const [typed, setTyped] = useState(EMPTY)
  const [memberships, setMemberships] = useState<MembershipGiven[]>([])
  const [chosen, choose] = useState<MembershipGiven>()
  const [faults, setFaults] = useState<Record<string, string | undefined>>({})
  const deed = useDeed()
  const create = async () => {
    const account = { ...typed, phone: typed.phone.trim() === '' ? null : typed.phone.trim(), memberships }
    const found = { ...(chosen !== undefined && { memberships: UNTAKEN }), ...faultsOf(account) }
    deed.setSaid(undefined)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const ok = await deed.run(
      account,
      (idempotencyKey) => api.admin.accounts.create.mutate({ ...account, idempotencyKey }),
      `账号 ${account.username} 已建立。`,
    )
    if (!ok) return
    setTyped(EMPTY)
    setMemberships([])
  }
  const join = (membership: MembershipGiven) => {
    const twice = memberships.some((one) => sameMembership(one, membership))
    setFaults((before) => ({ ...before, memberships: twice ? TWICE : undefined }))
    deed.setSaid(undefined)
    if (!twice) setMemberships([...memberships, membership])
  }
  return { typed, setTyped, memberships, setMemberships, choose, join, faults, deed, create }
}

type New = ReturnType<typeof useNewAccount>

/** The body with its zone: several zones know the same one. */
function nameOf({ zone, body, role }: MembershipGiven, bodies: BodyOption[]): string {
  if (role === 'admin') return '系统'
  const known = bodies.find((option) => option.zone === zone && option.code === body)
  return known === undefined ? body : `${known.name}（${known.zoneName}）`
}

function Roles({ account, bodies }: { account: New; bodies: BodyOption[] }) {
  const { memberships, setMemberships, choose, join, faults } = account
  return (
    <div className={f.field}>
      <span className={f.label}>单位和角色</span>
      <div className={s.inline}>
        {memberships.map((membership, index) => (
          <span key={`${membership.zone} ${membership.body} ${membership.role}`}>
            {nameOf(membership, bodies)} · {roles.labels[membership.role]}{' '}
            <button
              type="button"
              className="plain"
              onClick={() => setMemberships(memberships.filter((_, at) => at !== index))}
            >
              删去
            </button>
          </span>
        ))}
        <MembershipPicker bodies={bodies} label="新账号" button="加入" {...{ pick: join, choose }} />
        {faults['memberships'] === undefined ? null : <p className={f.error}>{faults['memberships']}</p>}
      </div>
    </div>
  )
}

/** A new account with at least one body and role. */
export function NewAccount({ bodies }: { bodies: BodyOption[] }) {
  const account = useNewAccount()
  const { typed, setTyped, faults, deed } = account
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    void account.create()
  }
  return (
    <details className={s.create}>
      <summary>新建账号</summary>
      <form method="post" noValidate onSubmit={submit}>
        {FIELDS.map(([name, label, type, complete, hint]) => (
          <div key={name} className={f.field}>
            <label htmlFor={`new-${name}`}>{label}</label>
            <div>
              <input
                id={`new-${name}`}
                name={name}
                type={type}
                autoComplete={complete}
                value={typed[name]}
                aria-invalid={faults[name] !== undefined}
                aria-describedby={`new-${name}-note`}
                onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              />{' '}
              <small>{hint}</small>
              <p id={`new-${name}-note`} className={f.error}>
                {faults[name]}
              </p>
            </div>
          </div>
        ))}
        <Roles account={account} bodies={bodies} />
        <div className={f.actions}>
          <button type="submit" className="primary" disabled={deed.busy}>
            建立账号
          </button>
          <span role="status" className={deed.said?.ok === false ? 'bad' : 'good'}>
            {deed.said?.message}
          </span>
        </div>
        <TroubleNote trouble={deed.trouble} />
      </form>
    </details>
  )
}
