'use client'

import { useId } from 'react'
import type { ListItemView } from '@lianxi/schema/views/year-list'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Said } from '@/features/command/said'
import { useKeptListDeed } from './use-list-deed'
import type { FormList } from './told'

const ASSIGN = '落实到部门、到人'

/** 落实到部门、到人: a body of the region and a person; the person stays in this system. */
export function Assign({ list, item }: { list: FormList; item: ListItemView }) {
  const id = useId()
  const start = { body: item.content.leadBody, reports: '', person: item.content.person }
  const { deed, on, typed, change } = useKeptListDeed(list, { form: ASSIGN, of: item.code }, start)
  const { body, person } = typed
  const reports = typed.reports !== ''
  const press = () => {
    const items = [{ item: item.code, expectedVersion: item.version }]
    const assign = {
      ...on,
      region: item.region.code,
      items,
      body,
      reports: reports && body !== item.content.body,
      person,
    }
    void deed.run(assign, (idempotencyKey) => api.yearList.assign.mutate({ ...assign, idempotencyKey }), '已落实。')
  }
  return (
    <details>
      <summary>
        {ASSIGN}
        {deed.written ? '（已写，未发出）' : ''}
      </summary>
      <div className={f.field}>
        <label htmlFor={`${id}-body`}>牵头单位</label>
        <select id={`${id}-body`} value={body} onChange={(event) => change({ body: event.target.value })}>
          {list.bodies
            .filter(({ region, ended }) => region === item.region.code && !ended)
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </select>
      </div>
      <div className={f.field}>
        <label htmlFor={`${id}-person`}>责任人</label>
        <input
          id={`${id}-person`}
          maxLength={40}
          value={person}
          onChange={(event) => change({ person: event.target.value })}
        />
      </div>
      <label className={f.check}>
        <input
          type="checkbox"
          checked={reports}
          onChange={(event) => change({ reports: event.target.checked ? 'yes' : '' })}
        />
        由该单位填报
      </label>
      <button type="button" disabled={deed.busy} onClick={press}>
        保存
      </button>
      <Said deed={deed} />
    </details>
  )
}
