'use client'

import { useId } from 'react'
import { listCodeOf, listNameOf } from '@lianxi/domain/year-list/list-code'
import type { ZoneName } from '@lianxi/schema/views/common'
import type { YearLists } from '@lianxi/schema/views/year-list'
import { useKeptDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { address } from '@/features/session/search'
import { Said } from '@/features/command/said'
import { listHref, listPlanHref } from './words'
import s from './year-list.module.css'

/** `plan`: the list is begun from it, and its lines are laid out next. */
type Props = { zone: ZoneName; draft: YearLists['drafts'][number]; plan: string | undefined }

function useStart({ zone, draft, plan }: Props) {
  const whose = draft.region?.name ?? zone.name
  const start = {
    ...{ year: String(draft.nextYear), own: '', name: '' },
    copyOf: plan === undefined ? (draft.earlier[0]?.code ?? '') : '',
  }
  const { deed, typed, change } = useKeptDeed({ form: '起草年度清单', of: draft.region?.code ?? zone.code }, start)
  const { year, copyOf } = typed
  // Until somebody writes a name of his own, it follows the year.
  const name = typed.own === '' ? listNameOf(whose, year, draft.listName) : typed.name
  const region = draft.region?.code ?? null
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const list = { zone: zone.code, region, year, name: name.trim(), copyOf: copyOf === '' ? null : copyOf }
    const call = (idempotencyKey: string) => api.yearList.create.mutate({ ...list, idempotencyKey })
    const code = listCodeOf(zone.code, region, Number(year))
    const next = plan === undefined ? listHref(code) : address(listPlanHref(code), { plan })
    void deed.run(list, call, '清单已建立。', next)
  }
  return { deed, whose, year, name, copyOf, change, submit }
}

/** A new list: empty, or with an earlier year's items to be gone through one by one. */
export function StartList(props: Props) {
  const id = useId()
  const { draft, plan } = props
  const { deed, whose, year, name, copyOf, change, submit } = useStart(props)
  return (
    <details className={s.start} open={plan !== undefined && draft.region === null}>
      <summary>起草{whose}年度清单</summary>
      <form method="post" noValidate onSubmit={submit}>
        <div className={f.field}>
          <label htmlFor={`${id}-year`}>年度</label>
          <input
            id={`${id}-year`}
            type="number"
            min={2000}
            max={2060}
            required
            value={year}
            onChange={(event) => change({ year: event.target.value })}
          />
        </div>
        <div className={f.field}>
          <label htmlFor={`${id}-name`}>清单名称</label>
          <input
            id={`${id}-name`}
            className={f.wide}
            maxLength={120}
            required
            value={name}
            onChange={(event) => change({ own: 'yes', name: event.target.value })}
          />
        </div>
        <div className={f.field}>
          <label htmlFor={`${id}-copy`}>沿用事项</label>
          <select id={`${id}-copy`} value={copyOf} onChange={(event) => change({ copyOf: event.target.value })}>
            <option value="">不沿用，从空白开始</option>
            {draft.earlier.map(({ code, name: earlier }) => (
              <option key={code} value={code}>
                {earlier}
              </option>
            ))}
          </select>
        </div>
        <div className={f.actions}>
          <button type="submit" className="primary" disabled={deed.busy || name.trim() === ''}>
            建立清单
          </button>
        </div>
        <Said deed={deed} />
      </form>
    </details>
  )
}
