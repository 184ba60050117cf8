'use client'

import Link from 'next/link'
import { useState } from 'react'
import { api } from '@/features/live/client'
import { address } from '@/features/session/search'
import { Said } from '@/features/command/said'
import type { DeedList } from './told'
import { useKeptListDeed, useListDeed } from './use-list-deed'
import { listHref, listPlanHref } from './words'
import s from './year-list.module.css'

type UnfilledProps = { items: DeedList['items']; sure: boolean; setSure: (sure: boolean) => void }

/** Once adopted, what says no figure can only be 无法判定 until it is revised: so they are named, and it is said again. */
function Unfilled({ items, sure, setSure }: UnfilledProps) {
  if (items.length === 0) return null
  return (
    <label>
      <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} /> 仍要下达：有{' '}
      {items.length} 项尚未定本年目标或年度计划，下达后只能以修订补上，此前无法判定（
      {items.map(({ name, region }) => `${name} · ${region.shortName}`).join('、')}）
    </label>
  )
}

/** 下达: by a meeting or a document, dated; from then on the list is locked and asks for reports. */
function Adopt({ list }: { list: DeedList }) {
  const start = { basis: '', day: list.today }
  const { deed, on, typed, change } = useKeptListDeed(list, { form: '下达清单', of: list.code }, start)
  const { basis, day } = typed
  const [sure, setSure] = useState(false)
  const unfilled = list.items.filter((item) => item.unfilled)
  const open = list.items.filter(({ answer }) => answer !== 'accepted' && answer !== 'settled').length
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const adopt = { ...on, expectedVersion: list.version, basis, on: day }
    void deed.run(
      adopt,
      (idempotencyKey) => api.yearList.adopt.mutate({ ...adopt, idempotencyKey }),
      '清单已下达，填报责任随即生效。',
    )
  }
  return (
    <form method="post" noValidate onSubmit={submit} aria-label="下达清单">
      <label htmlFor="basis">下达依据</label>
      <input
        id="basis"
        maxLength={120}
        size={28}
        required
        placeholder="会议名称或文号"
        value={basis}
        onChange={(event) => change({ basis: event.target.value })}
      />
      <label htmlFor="day">日期</label>
      <input
        id="day"
        type="date"
        min="2000-01-01"
        max={list.today}
        required
        value={day}
        onChange={(event) => change({ day: event.target.value })}
      />
      <button
        type="submit"
        className="primary"
        disabled={deed.busy || basis.trim() === '' || (unfilled.length > 0 && !sure)}
      >
        下达清单
      </button>
      <Unfilled items={unfilled} sure={sure} setSure={setSure} />
      {open === 0 ? null : <span className="note">还有 {open} 项未协商一致</span>}
      <Said deed={deed} />
    </form>
  )
}

function OpenConsultation({ list }: { list: DeedList }) {
  const { deed, on } = useListDeed(list)
  const press = () => {
    const open = { ...on, expectedVersion: list.version }
    void deed.run(
      open,
      (idempotencyKey) => api.yearList.openConsultation.mutate({ ...open, idempotencyKey }),
      '已送各地征求意见。',
    )
  }
  return (
    <div>
      <button type="button" disabled={deed.busy} onClick={press}>
        送各地征求意见
      </button>
      <Said deed={deed} />
    </div>
  )
}

/** A region accepts all that is still open for it in one press. */
function AcceptAll({ list }: { list: DeedList }) {
  const { deed, on } = useListDeed(list)
  const mine = list.items.filter(({ mine: own, answer }) => own && answer === 'open')
  const [first] = mine
  if (first === undefined) return null
  const press = () => {
    const items = mine.map(({ code: item, version: expectedVersion }) => ({ item, expectedVersion }))
    const accept = { ...on, region: first.region.code, items }
    void deed.run(
      accept,
      (idempotencyKey) => api.yearList.accept.mutate({ ...accept, idempotencyKey }),
      `已认领 ${items.length} 项。`,
    )
  }
  return (
    <div>
      <button type="button" className="primary" disabled={deed.busy} onClick={press}>
        认领本地区全部待认领事项（{mine.length}）
      </button>
      <Said deed={deed} />
    </div>
  )
}

type Props = { list: DeedList; drafting: boolean; answering: boolean }

/** What can be done with the whole list now, by who looks at it. */
export function ListDeeds({ list, drafting, answering }: Props) {
  return (
    <div className={`${s.deeds ?? ''} no-print`}>
      {drafting ? (
        <>
          <Link className="button" href={listPlanHref(list.code)} prefetch={false}>
            从规划列入
          </Link>
          <Link className="button" href={address(listHref(list.code), { item: 'new' })} prefetch={false}>
            加入事项
          </Link>
        </>
      ) : null}
      {drafting && list.phase === 'draft' && list.region === null ? <OpenConsultation list={list} /> : null}
      {answering ? <AcceptAll list={list} /> : null}
      {drafting && list.items.length > 0 ? <Adopt list={list} /> : null}
    </div>
  )
}
