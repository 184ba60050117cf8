'use client'

import { useState } from 'react'
import { type BodyOption, Password } from '@lianxi/schema/commands/account'
import type { AccountRow as Account } from '@lianxi/schema/views/admin'
import { role as roles } from '@lianxi/schema/vocabulary'
import { Said } from '@/features/command/said'
import { api } from '@/features/live/client'
import { dateOf } from '@/features/ui/format'
import { Tag } from '@/features/ui/mark'
import s from './admin.module.css'
import { MembershipPicker } from './membership-picker'
import { useDeed } from '@/features/command/use-deed'

type Deed = ReturnType<typeof useDeed>
const accounts = api.admin.accounts

function Memberships({ account, bodies, deed }: { account: Account; bodies: BodyOption[]; deed: Deed }) {
  const userId = account.id
  // Its list names every body of every zone: it is drawn for the account it is opened of.
  const [isAdding, setAdding] = useState(false)
  const several = new Set(account.memberships.map(({ zone }) => zone)).size > 1
  const zoneName = (code: string | null) => bodies.find(({ zone }) => zone === code)?.zoneName ?? code
  const remove = (membershipId: string) =>
    void deed.run(
      { remove: membershipId },
      (idempotencyKey) => accounts.removeMembership.mutate({ idempotencyKey, userId, membershipId }),
      '已移出。',
    )
  return (
    <div className={s.inline}>
      {account.memberships.map((membership) => (
        <span key={membership.id}>
          {membership.bodyName}
          {several ? `（${zoneName(membership.zone)}）` : ''} · {roles.labels[membership.role]}{' '}
          <button
            type="button"
            className="plain"
            aria-label={`移出 ${membership.bodyName} ${roles.labels[membership.role]}`}
            disabled={deed.busy}
            onClick={() => remove(membership.id)}
          >
            移出
          </button>
        </span>
      ))}
      <details onToggle={(event) => setAdding(event.currentTarget.open)}>
        <summary>加入单位</summary>
        {isAdding ? (
          <MembershipPicker
            bodies={bodies}
            label={account.username}
            button="加入"
            disabled={deed.busy}
            pick={(membership) =>
              void deed.run(
                { add: membership },
                (idempotencyKey) => accounts.addMembership.mutate({ idempotencyKey, userId, membership }),
                '已加入。',
              )
            }
          />
        ) : null}
      </details>
    </div>
  )
}

function ResetPassword({ account, deed }: { account: Account; deed: Deed }) {
  const [password, setPassword] = useState('')
  const reset = async () => {
    const parsed = Password.safeParse(password)
    if (!parsed.success)
      return deed.setSaid({ ok: false, message: parsed.error.issues[0]?.message ?? '', field: 'password' })
    const userId = account.id
    const ok = await deed.run(
      { reset: userId, password },
      (idempotencyKey) => accounts.resetPassword.mutate({ idempotencyKey, userId, password }),
      '密码已重设，原有登录已失效。',
    )
    if (ok) setPassword('')
  }
  return (
    <details>
      <summary>重设密码</summary>
      <input
        type="password"
        autoComplete="new-password"
        aria-label={`${account.username} 的新密码`}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />{' '}
      <button type="button" className="small" disabled={deed.busy} onClick={() => void reset()}>
        重设
      </button>
    </details>
  )
}

/** One account: who, where in which role, and what an administrator may do about it. */
export function AccountLine({ account, bodies }: { account: Account; bodies: BodyOption[] }) {
  const deed = useDeed()
  const { disabled } = account
  const toggle = () =>
    void deed.run(
      { disabled: !disabled },
      (idempotencyKey) => accounts.setDisabled.mutate({ idempotencyKey, userId: account.id, disabled: !disabled }),
      disabled ? '已启用。' : '已停用，登录已失效。',
    )
  return (
    <tr>
      <td>
        {account.username}
        {account.demo ? (
          <>
            {' '}
            <Tag>演示</Tag>
          </>
        ) : null}
      </td>
      <td data-label="姓名">
        <div>
          {account.name}
          <span className="sub">{account.phone}</span>
        </div>
      </td>
      <td data-label="单位和角色">
        <Memberships account={account} bodies={bodies} deed={deed} />
      </td>
      <td data-label="状态">{disabled ? <span className="bad">✕ 已停用</span> : '使用中'}</td>
      <td data-label="建立" className="nowrap">
        {dateOf(account.createdAt)}
      </td>
      <td>
        <div className={s.inline}>
          <button type="button" className="small" disabled={deed.busy} onClick={toggle}>
            {disabled ? '启用' : '停用'}
          </button>
          <ResetPassword account={account} deed={deed} />
        </div>
        <Said deed={deed} />
      </td>
    </tr>
  )
}
