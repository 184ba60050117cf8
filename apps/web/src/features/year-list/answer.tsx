'use client'

import { useId } from 'react'
import { decimalFigure, wanFigure } from '@lianxi/domain/report/read-figure'
import type { Proposal } from '@lianxi/schema/commands/year-list'
import type { ListItemView } from '@lianxi/schema/views/year-list'
import { ReasonField } from '@/features/command/reason-field'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Assign } from './assign'
import { Said } from '@/features/command/said'
import { useKeptListDeed } from './use-list-deed'
import s from './year-list.module.css'
import type { FormList } from './told'

type Read = { proposal: Proposal | null; fault?: string }

/** What was typed as a counter-proposal, which may be left out, or what cannot be read of it. */
function readProposal(typed: string, kind: 'target' | 'project'): Read {
  const value = kind === 'target' ? decimalFigure(typed) : undefined
  const planWan = kind === 'project' ? wanFigure(typed) : undefined
  const wrong = [value, planWan].find((read) => read?.ok === false)
  if (wrong?.ok === false)
    return { proposal: null, fault: `${kind === 'target' ? '建议值' : '建议年度计划'}${wrong.why}。` }
  const proposal = { value: value?.ok ? value.figure : null, planWan: planWan?.ok ? planWan.figure : null }
  return { proposal: proposal.value === null && proposal.planWan === null ? null : proposal }
}

/** A region's coordinator accepts an item, objects with another value, or asks; and hands it to a department. */
export function Answer({ list, item }: { list: FormList; item: ListItemView }) {
  const id = useId()
  const start = { reason: '', proposed: '' }
  const { deed, on, typed, change } = useKeptListDeed(list, { form: '异议或疑问', of: item.code }, start)
  const { reason, proposed } = typed
  const { kind } = item.content
  const { proposal, fault } = readProposal(proposed, kind)
  const region = item.region.code
  const accept = () => {
    const items = [{ item: item.code, expectedVersion: item.version }]
    const said = { ...on, region, items }
    void deed.run(said, (idempotencyKey) => api.yearList.accept.mutate({ ...said, idempotencyKey }), '已认领。')
  }
  const object = (how: 'objected' | 'asked') => {
    if (fault !== undefined) return
    const said = { ...on, region, item: item.code, expectedVersion: item.version, kind: how, reason, proposal }
    void deed.run(said, (idempotencyKey) => api.yearList.object.mutate({ ...said, idempotencyKey }), '已送制定单位。')
  }
  const blocked = deed.busy || reason.trim() === '' || fault !== undefined
  return (
    <section className={s.answers} aria-label="认领">
      <div className={f.row}>
        <button type="button" className="primary" disabled={deed.busy || item.answer === 'accepted'} onClick={accept}>
          认领此项
        </button>
      </div>
      <ReasonField label="异议或疑问" value={reason} onChange={(text) => change({ reason: text })} />
      <div className={f.field}>
        <label htmlFor={id}>{kind === 'target' ? `建议值（${item.unit ?? ''}）` : '建议年度计划（万元）'}</label>
        <div>
          <input
            id={id}
            inputMode="decimal"
            value={proposed}
            aria-invalid={fault !== undefined}
            aria-describedby={fault === undefined ? undefined : `${id}-fault`}
            onChange={(event) => change({ proposed: event.target.value })}
          />
          {fault === undefined ? null : (
            <p id={`${id}-fault`} className={f.error}>
              {fault}
            </p>
          )}
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
