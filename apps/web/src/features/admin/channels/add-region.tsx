'use client'

import { AddRegion } from '@lianxi/schema/commands/broker'
import type { Channels } from '@lianxi/schema/views/channels'
import { RegionLevel, regionLevel } from '@lianxi/schema/vocabulary'
import { TroubleNote } from '@/features/command/trouble-note'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { SelectField } from '@/features/ui/select-field'
import s from '../admin.module.css'
import { TextRow } from './text-row'
import { usePlace } from './use-place'

const EMPTY = {
  zone: '',
  code: '',
  name: '',
  shortName: '',
  level: RegionLevel.enum.county,
  parent: '',
  responsible: false,
  officeCode: '',
  officeName: '',
}
type Typed = Omit<typeof EMPTY, 'level'> & { level: RegionLevel }
const FIELDS = [
  ['code', '行政区划代码', 'GB/T 2260 六位代码，登记后不能更改'],
  ['name', '名称', '如 攀枝花市仁和区'],
  ['shortName', '简称', '如 仁和区'],
  ['officeCode', '统筹部门代码', '区划代码加连字符和字母，如 510411-FGJ'],
  ['officeName', '统筹部门名称', '如 仁和区发展和改革局'],
] as const
const contract = AddRegion.omit({ idempotencyKey: true })

const toChoice = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })

function Picks({
  channels: { zones, parents },
  typed,
  change,
  faults,
}: {
  channels: Channels
  typed: Typed
  change: (part: Partial<Typed>) => void
  faults: Record<string, string>
}) {
  return (
    <>
      <SelectField
        label="经济区"
        value={typed.zone}
        choices={[{ value: '', label: '请选择' }, ...zones.map(toChoice)]}
        fault={faults['zone'] === undefined ? undefined : '请选择经济区'}
        onChange={(value) => change({ zone: value })}
      />
      <SelectField
        label="级别"
        value={typed.level}
        choices={regionLevel.words.map((word) => ({ value: word, label: regionLevel.labels[word] }))}
        onChange={(value) => change({ level: value })}
      />
      <SelectField
        label="上级行政区"
        value={typed.parent}
        choices={[{ value: '', label: '无（省级）' }, ...parents.map(toChoice)]}
        onChange={(value) => change({ parent: value })}
      />
      <div className={f.field}>
        <span className={f.label}>责任主体</span>
        <label className={f.check}>
          <input
            type="checkbox"
            checked={typed.responsible}
            onChange={(event) => change({ responsible: event.target.checked })}
          />
          <small>列为经济区规划的责任主体（市州一般选；区县一般不选）</small>
        </label>
      </div>
    </>
  )
}

/** A region that reports from now on and its coordinating office; topics, rights and subscription follow by themselves. */
export function AddRegionForm({ channels }: { channels: Channels }) {
  const { zones } = channels
  const known = zones.flatMap(({ regions }) => regions.map(({ code }) => code))
  const { typed, change, faults, deed, send } = usePlace<Typed>(contract, EMPTY, known)
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const input = { ...typed, parent: typed.parent === '' ? null : typed.parent }
    const done = `${typed.name}已登记，主题和权限随即就绪。`
    void send(input, (idempotencyKey) => api.admin.channels.addRegion.mutate({ ...input, idempotencyKey }), done)
  }
  return (
    <details className={s.create}>
      <summary>新增填报行政区</summary>
      <form method="post" noValidate onSubmit={submit}>
        <Picks channels={channels} typed={typed} change={change} faults={faults} />
        {FIELDS.map(([name, label, hint]) => (
          <TextRow
            key={name}
            id={`region-${name}`}
            {...{ label, hint }}
            value={typed[name]}
            fault={faults[name]}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
        <div className={f.actions}>
          <button type="submit" className="primary" disabled={deed.busy}>
            登记行政区
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
