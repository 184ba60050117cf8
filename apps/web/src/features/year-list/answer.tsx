'use client'

import { useId, useState } from 'react'
import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'
import { ReasonField } from '@/features/command/reason-field'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Assign } from './assign'
import { Said } from '@/features/command/said'
import { plain } from './item-typed'
import { useListDeed } from './use-list-deed'
import s from './year-list.module.css'

/** What was typed as a counter-proposal; undefined: it is not a number. */
function readProposal(typed: string, kind: 'target' | 'project') {
  const figure = plain(typed)
  if (figure === '') return null
  if (kind === 'target') return /^-?\d{1,15}(\.\d{1,6})?$/.test(figure) ? { value: figure, planWan: null } : undefined
  return /^\d{1,12}$/.test(figure) ? { value: null, planWan: Number(figure) } : undefined
}

/** A region's coordinator accepts an item, objects with another value, or asks; and hands it to a department. */
export function Answer({ list, item }: { list: YearListView; item: ListItemView }) {
  const id = useId()
  const { deed, on } = useListDeed(list)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const { kind } = item.content
  const proposal = readProposal(typed, kind)
  const region = item.region.code
  const accept = () => {
    const items = [{ item: item.code, expectedVersion: item.version }]
    const said = { ...on, region, items }
    void deed.run(said, (idempotencyKey) => api.yearList.accept.mutate({ ...said, idempotencyKey }), '已认领。')
  }
  const object = (how: 'objected' | 'asked') => {
    if (proposal === undefined) return
    const said = { ...on, region, item: item.code, expectedVersion: item.version, kind: how, reason, proposal }
    void deed.run(said, (idempotencyKey) => api.yearList.object.mutate({ ...said, idempotencyKey }), '已送制定单位。')
  }
  const blocked = deed.busy || reason.trim() === '' || proposal === undefined
  return (
    <section className={s.answers} aria-label="认领">
      <div className={f.row}>
        <button type="button" className="primary" disabled={deed.busy || item.answer === 'accepted'} onClick={accept}>
          认领此项
        </button>
      </div>
      <ReasonField label="异议或疑问" value={reason} onChange={setReason} />
      <div className={f.field}>
        <label htmlFor={id}>{kind === 'target' ? `建议值（${item.unit ?? ''}）` : '建议年度计划（万元）'}</label>
        <div>
          <input
            id={id}
            inputMode="decimal"
            value={typed}
            aria-invalid={proposal === undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
          {proposal === undefined ? <p className={f.error}>应为数字，可不填。</p> : null}
        </div>
      </div>
      <div className={f.row}>
        <button type="button" disabled={blocked} onClick={() => object('objected')}>
          提出异议
        </button>
        <button type="button" disabled={blocked} onClick={() => object('asked')}>
          提出疑问
        </button>
      </div>
      <Said deed={deed} />
      <Assign list={list} item={item} />
    </section>
  )
}
