'use client'

import { AddBody } from '@lianxi/schema/commands/body'
import type { RegionName } from '@lianxi/schema/views/common'
import { Said } from '@/features/command/said'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { SelectField } from '@/features/ui/select-field'
import s from '../admin.module.css'
import { TextRow } from '../channels/text-row'
import { usePlace } from '../channels/use-place'

const EMPTY = { region: '', code: '', name: '' }
const contract = AddBody.omit({ idempotencyKey: true })

type Props = { zone: string; regions: RegionName[]; known: readonly string[] }

/** A department of a region; it can be given items at once. */
export function AddBodyForm({ zone, regions, known }: Props) {
  const { typed, change, faults, deed, send } = usePlace(contract, EMPTY, known)
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const input = { zone, ...typed, code: typed.code.trim() }
    const call = (idempotencyKey: string) => api.admin.body.add.mutate({ ...input, idempotencyKey })
    void send(input, call, `${typed.name}已登记。`)
  }
  const text = (name: 'code' | 'name', label: string, hint: string) => (
    <TextRow
      id={`body-${name}`}
      {...{ label, hint }}
      value={typed[name]}
      fault={faults[name]}
      onChange={(value) => change({ [name]: value })}
    />
  )
  return (
    <details className={s.create}>
      <summary>新增部门</summary>
      <form method="post" noValidate onSubmit={submit}>
        <SelectField
          label="行政区"
          value={typed.region}
          choices={[{ value: '', label: '请选择' }, ...regions.map(({ code, name }) => ({ value: code, label: name }))]}
          fault={faults['region'] === undefined ? undefined : '请选择行政区'}
          onChange={(region) =>
            change({ region, code: typed.code === '' && region !== '' ? `${region}-` : typed.code })
          }
        />
        {text('code', '单位代码', '区划代码加连字符和字母，如 510403-TJJ，登记后不能更改')}
        {text('name', '单位名称', '如 西区统计局')}
        <div className={f.actions}>
          <button type="submit" className="primary" disabled={deed.busy}>
            登记部门
          </button>
        </div>
        <Said deed={deed} />
      </form>
    </details>
  )
}
