'use client'

import { useState } from 'react'
import { Password } from '@lianxi/schema/commands/account'
import type { Trouble } from '@/features/command/trouble'
import { useCommand } from '@/features/command/use-command'
import { api } from '@/features/live/client'

const EMPTY = { current: '', password: '', again: '' }
export type Typed = typeof EMPTY
export type FieldName = keyof Typed
type Said = { ok: boolean; message: string; field: FieldName | null }

/** A password asks for other care than the usual sentences take: it may have been changed although no answer came. */
const TROUBLE = {
  'signed-out': '登录已失效，密码没有修改。请重新登录后再试；如刚才已改过，请用新密码登录。',
  offline: '网络不通，没有收到答复。请检查网络后重试；如提示当前密码不正确，请用新密码登录。',
  forbidden: '您没有办理此事的权限，请联系系统管理员。',
  fault: '系统暂时出了问题，请稍后重试。',
} satisfies Record<Exclude<Trouble['kind'], 'refused'>, string>

/** What is seen before anything is sent. */
function findFault({ current, password, again }: Typed): Said | undefined {
  const fault = (field: FieldName, message: string) => ({ ok: false, field, message })
  if (current === '') return fault('current', '请填写当前密码。')
  const parsed = Password.safeParse(password)
  if (!parsed.success) return fault('password', `新${parsed.error.issues[0]?.message ?? '密码不符合要求'}。`)
  return password === again ? undefined : fault('again', '两次输入的新密码不一致，请重新输入。')
}

const fieldOf = (field: string | null): FieldName | null => (field === 'current' || field === 'password' ? field : null)

/** @param focus goes to the field to put right */
export function useChangePassword(focus: (field: FieldName) => void) {
  const { busy, trouble, send } = useCommand()
  const [typed, setTyped] = useState(EMPTY)
  const [said, setSaid] = useState<Said>()
  const tell = (what: Said) => {
    setSaid(what)
    if (what.field !== null) focus(what.field)
  }
  const submit = async () => {
    const fault = findFault(typed)
    if (fault !== undefined) return tell(fault)
    setSaid(undefined)
    const { current, password } = typed
    const result = await send({}, () => api.session.changePassword.mutate({ current, password }))
    if (result === undefined) return
    if (!result.ok) return tell({ ok: false, message: result.refusal.message, field: fieldOf(result.refusal.field) })
    setTyped(EMPTY)
    tell({ ok: true, message: '✓ 密码已修改。本机继续有效；其他设备上的登录已失效，须用新密码登录。', field: null })
  }
  return {
    busy,
    trouble:
      trouble === undefined
        ? undefined
        : { ...trouble, message: trouble.kind === 'refused' ? trouble.message : TROUBLE[trouble.kind] },
    typed,
    type: (field: FieldName, value: string) => setTyped({ ...typed, [field]: value }),
    said,
    submit,
  }
}
