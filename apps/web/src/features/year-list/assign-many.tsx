'use client'

import { useId } from 'react'
import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'
import { Said } from '@/features/command/said'
import { useTypedFields } from '@/features/draft/typed-texts'
import { api } from '@/features/live/client'
import { ChooseAll } from './choose-all'
import { useLines } from './use-lines'
import { useListDeed } from './use-list-deed'
import s from './year-list.module.css'

type Props = {
  list: Pick<YearListView, 'zone' | 'code' | 'phase'>
  region: string
  bodies: { code: string; name: string }[]
  /** The viewer's own items of those shown. */
  own: Pick<ListItemView, 'code' | 'version'>[]
  children: React.ReactNode
}

function useMany({ list, region, own }: Props) {
  const { deed, on } = useListDeed(list)
  const { form, lines } = useLines()
  const of = { form: '落实所选', of: `${list.code} ${region}` }
  const { typed, keep } = useTypedFields(of, { body: '', reports: '', person: '' })
  const change = (part: Partial<typeof typed>) => keep({ ...typed, ...part })
  const { body, person } = typed
  const reports = typed.reports !== ''
  const chosen = () => {
    const picked = new Set(lines.chosen)
    return own
      .filter(({ code }) => picked.has(code))
      .map(({ code: item, version }) => ({ item, expectedVersion: version }))
  }
  const assign = async () => {
    const handed = { ...on, region, items: chosen(), reports: reports && body !== '' }
    const said = { ...handed, body: body === '' ? null : body, person: person.trim() === '' ? null : person.trim() }
    const call = (idempotencyKey: string) => api.yearList.assign.mutate({ ...said, idempotencyKey })
    if (!(await deed.run(said, call, `已落实 ${said.items.length} 项。`))) return
    lines.all(false)
    keep(null)
  }
  const accept = async () => {
    const said = { ...on, region, items: chosen() }
    const call = (idempotencyKey: string) => api.yearList.accept.mutate({ ...said, idempotencyKey })
    if (await deed.run(said, call, `已认领 ${said.items.length} 项。`)) lines.all(false)
  }
  return { form, deed, lines, body, reports, person, change, assign, accept }
}

/** Many items at once: a region's coordinator accepts them, and hands them to a department and a person. */
export function AssignMany(props: Props) {
  const { list, bodies, own, children } = props
  const id = useId()
  const { form, ...many } = useMany(props)
  const { deed, lines } = many
  const none = deed.busy || lines.chosen.length === 0
  return (
    <form ref={form} method="post" noValidate onInput={lines.read} onSubmit={(event) => event.preventDefault()}>
      <div className={`${s.bar ?? ''} no-print`}>
        <ChooseAll lines={lines} total={own.length} />
        {list.phase === 'consulting' ? (
          <button type="button" disabled={none} onClick={() => void many.accept()}>
            认领所选（{lines.chosen.length}）
          </button>
        ) : null}
        <label htmlFor={`${id}-body`}>落实到</label>
        <select id={`${id}-body`} value={many.body} onChange={(event) => many.change({ body: event.target.value })}>
          <option value="">单位不变</option>
          {bodies.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <label>
          <input
            type="checkbox"
            checked={many.reports}
            disabled={many.body === ''}
            onChange={(event) => many.change({ reports: event.target.checked ? 'yes' : '' })}
          />{' '}
          由该单位填报
        </label>
        <label htmlFor={`${id}-person`}>责任人</label>
        <input
          id={`${id}-person`}
          size={8}
          maxLength={40}
          value={many.person}
          onChange={(event) => many.change({ person: event.target.value })}
        />
        <button
          type="button"
          disabled={none || (many.body === '' && many.person.trim() === '')}
          onClick={() => void many.assign()}
        >
          落实所选（{lines.chosen.length}）
        </button>
        <Said deed={deed} />
      </div>
      {children}
    </form>
  )
}
