'use client'

import { useId, useState } from 'react'
import type { ListItemView } from '@lianxi/schema/views/year-list'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Said } from '@/features/command/said'
import { useListDeed } from './use-list-deed'
import type { FormList } from './told'

/** 落实到部门、到人: a body of the region and a person; the person stays in this system. */
export function Assign({ list, item }: { list: FormList; item: ListItemView }) {
  const id = useId()
  const { deed, on } = useListDeed(list)
  const [body, setBody] = useState(item.content.leadBody)
  const [reports, setReports] = useState(false)
  const [person, setPerson] = useState(item.content.person)
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
      <summary>落实到部门、到人</summary>
      <div className={f.field}>
        <label htmlFor={`${id}-body`}>牵头单位</label>
        <select id={`${id}-body`} value={body} onChange={(event) => setBody(event.target.value)}>
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
        <input id={`${id}-person`} maxLength={40} value={person} onChange={(event) => setPerson(event.target.value)} />
      </div>
      <label className={f.check}>
        <input type="checkbox" checked={reports} onChange={(event) => setReports(event.target.checked)} />
        由该单位填报
      </label>
      <button type="button" disabled={deed.busy} onClick={press}>
        保存
      </button>
      <Said deed={deed} />
    </details>
  )
}
