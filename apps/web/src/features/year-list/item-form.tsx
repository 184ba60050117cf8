'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { itemDoubts } from '@lianxi/domain/year-list/item-doubts'
import { ItemContent } from '@lianxi/schema/commands/year-list'
import type { Period } from '@lianxi/schema/period'
import type { ListItemView } from '@lianxi/schema/views/year-list'
import { useTypedFields } from '@/features/draft/typed-texts'
import { api } from '@/features/live/client'
import { address } from '@/features/session/search'
import f from '@/features/office/form.module.css'
import { DutyFields } from './duty-fields'
import { contentOf, flatOf, type Typed, typedFrom, typedOf } from './item-typed'
import { PromiseFields } from './promise-fields'
import { RevisionFields } from './revision-fields'
import { Said } from '@/features/command/said'
import { useListDeed } from './use-list-deed'
import { listHref } from './words'
import type { FormList } from './told'

export const ITEM = '事项内容'
const REVISION = '修订事项'

/** `unit`: of the target's value; null: of a project, or none. */
type Props = { list: FormList; content: ItemContent; item: ListItemView | null; unit: string | null; done?: () => void }

/** The contract's own sentences, by field, before anything is sent. */
function faultsOf(content: unknown): Record<string, string> {
  const parsed = ItemContent.safeParse(content)
  if (parsed.success) return {}
  return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
}

function useItemForm({ list, content, item, unit, done }: Props) {
  const router = useRouter()
  const { deed, on } = useListDeed(list)
  const of = item?.code ?? `${list.code} ${content.subject}`
  const begun = useTypedFields({ form: ITEM, of }, flatOf(typedOf(content)))
  const typed = typedFrom(begun.typed)
  const why = useTypedFields({ form: REVISION, of }, { reason: '', basis: '', on: list.today, from: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [doubts, setDoubts] = useState<string[]>([])
  const set = (change: Partial<Typed>) => begun.keep(flatOf({ ...typed, ...change }))
  const drop = () => {
    begun.keep(null)
    why.keep(null)
  }
  const version = { item: item?.code ?? null, expectedVersion: item?.version ?? 0 }
  const save = async () => {
    const { content: next, faults: unread } = contentOf(typed, content, list.year)
    const found = { ...faultsOf(next), ...unread }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const before = { value: content.target?.yearValue?.value ?? null, planWan: content.project?.planWan ?? null }
    const doubted = itemDoubts(next, { year: list.year, unit, before })
    setDoubts(doubted)
    // The second press, with the same words before him, says that it is meant.
    if (doubted.join() !== doubts.join()) return
    if (list.phase === 'adopted' && item !== null) {
      const { from, ...decided } = why.typed
      const period = from === '' ? null : from
      const revise = { ...on, item: item.code, expectedVersion: item.version, content: next, from: period, ...decided }
      const call = (idempotencyKey: string) => api.yearList.revise.mutate({ ...revise, idempotencyKey })
      if (await deed.run(revise, call, '已修订，原内容保留备查。')) drop()
      return
    }
    const put = { ...on, ...version, content: next }
    const call = (idempotencyKey: string) => api.yearList.putItem.mutate({ ...put, idempotencyKey })
    if (!(await deed.run(put, call, '已保存。'))) return
    drop()
    done?.()
    router.push(address(listHref(list.code), { item: item?.code ?? 'new' }))
  }
  const remove = async () => {
    if (item === null) return
    const gone = { ...on, item: item.code, expectedVersion: item.version }
    const call = (idempotencyKey: string) => api.yearList.removeItem.mutate({ ...gone, idempotencyKey })
    if (!(await deed.run(gone, call, '已移出清单。'))) return
    drop()
    router.push(listHref(list.code))
  }
  const written = begun.written || why.written
  return { deed, typed, set, faults, doubts, why, written, drop, save, remove }
}

/** What an item says. In an adopted list the same form is a revision and asks for its reason and document. */
export function ItemForm(props: Props) {
  const { list, item, content } = props
  const form = useItemForm(props)
  const { deed, typed, set, faults, doubts, why, written } = form
  const from = why.typed.from === '' ? null : why.typed.from
  const setFrom = (period: Period | null) => why.keep({ ...why.typed, from: period ?? '' })
  const adopted = list.phase === 'adopted'
  const word = adopted ? '修订' : item === null ? '加入清单' : '保存'
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    void form.save()
  }
  return (
    <form method="post" noValidate onSubmit={submit} aria-label={adopted ? '修订事项' : '事项内容'}>
      <PromiseFields list={list} typed={typed} set={set} faults={faults} />
      <DutyFields
        list={list}
        typed={typed}
        set={set}
        faults={faults}
        adopted={adopted ? { body: content.body, from, setFrom } : null}
      />
      {adopted ? (
        <RevisionFields today={list.today} value={why.typed} onChange={(said) => why.keep({ ...why.typed, ...said })} />
      ) : null}
      {doubts.length === 0 ? null : (
        <div className="warned" role="alert">
          请核对；确认无误的，再点一次“{word}”：
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </div>
      )}
      {written ? <p className="note">所填内容保存在本页，尚未“{word}”。</p> : null}
      <div className={f.actions}>
        <button type="submit" className="primary" disabled={deed.busy}>
          {word}
        </button>
        {written ? (
          <button type="button" disabled={deed.busy} onClick={form.drop}>
            放弃所填
          </button>
        ) : null}
        {item === null || adopted ? null : (
          <button type="button" disabled={deed.busy} onClick={() => void form.remove()}>
            移出清单
          </button>
        )}
      </div>
      <Said deed={deed} />
    </form>
  )
}
