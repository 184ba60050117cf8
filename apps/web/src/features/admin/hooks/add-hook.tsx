'use client'

import { useState } from 'react'
import type { BodyOption } from '@lianxi/schema/commands/account'
import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Notice } from '@/features/shell/page-head'
import { Field } from '@/features/year-list/fields'

const nameOf = ({ zone, code }: BodyOption): string => `${zone} ${code}`

/** 32 random bytes, drawn here: the server's answer never carries them. */
const drawSecret = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function useAdding(bodies: readonly BodyOption[]) {
  const deed = useDeed()
  const [typed, setTyped] = useState({ body: bodies[0] === undefined ? '' : nameOf(bodies[0]), url: '' })
  const [wrong, setWrong] = useState(false)
  const [secret, setSecret] = useState<string>()
  const add = async () => {
    const chosen = bodies.find((body) => nameOf(body) === typed.body)
    const url = typed.url.trim()
    const valid = url.startsWith('https://') && URL.canParse(url)
    setWrong(!valid)
    if (chosen === undefined || !valid) return
    const drawn = drawSecret()
    const hook = { zone: chosen.zone, body: chosen.code, url }
    const call = (idempotencyKey: string) => api.admin.hooks.add.mutate({ ...hook, secret: drawn, idempotencyKey })
    setSecret((await deed.run({ ...hook, drawn }, call, '已设置。')) ? drawn : undefined)
  }
  return { deed, typed, setTyped, wrong, secret, add }
}

/** A new hook; its secret is shown once, here. */
export function AddHook({ bodies }: { bodies: BodyOption[] }) {
  const { deed, typed, setTyped, wrong, secret, add } = useAdding(bodies)
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h2>新增接口</h2>
      <div className={f.field}>
        <label htmlFor="hook-body">单位</label>
        <select
          id="hook-body"
          value={typed.body}
          onChange={(event) => setTyped((before) => ({ ...before, body: event.target.value }))}
        >
          {bodies.map((body) => (
            <option key={nameOf(body)} value={nameOf(body)}>
              {body.name}（{body.code}）
            </option>
          ))}
        </select>
      </div>
      <Field
        label="接收地址"
        value={typed.url}
        fault={wrong ? '请填写以 https:// 开头的完整地址。' : undefined}
        onChange={(url) => setTyped((before) => ({ ...before, url }))}
      />
      <div className={f.actions}>
        <button type="submit" className="primary" disabled={deed.busy}>
          设置接口
        </button>
      </div>
      <Said deed={deed} />
      {secret === undefined ? null : (
        <Notice>
          签名密钥（只显示这一次，请交接收方妥善保存）：<code>{secret}</code>
        </Notice>
      )}
    </form>
  )
}
