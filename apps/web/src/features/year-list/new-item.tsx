'use client'

import { useState } from 'react'
import type { ListSubject } from '@lianxi/schema/views/year-list'
import { subjectKind } from '@lianxi/schema/vocabulary'
import { TroubleNote } from '@/features/command/trouble-note'
import { type Trouble, troubleOf } from '@/features/command/trouble'
import { useStanding, useTypedFields } from '@/features/draft/typed-texts'
import { api } from '@/features/live/client'
import { ITEM, ItemForm } from './item-form'
import s from './year-list.module.css'
import type { FormList } from './told'

type Found = { q: string; subjects: ListSubject[] }

function Results({ found, choose }: { found: Found; choose: (subject: ListSubject) => void }) {
  if (found.subjects.length === 0)
    return <p className="quiet">没有找到“{found.q}”。只列出已印发规划中的项目和可报数的目标。</p>
  return (
    <ul className={s.found}>
      {found.subjects.map((subject) => (
        <li key={subject.code}>
          <button type="button" className="plain" onClick={() => choose(subject)}>
            {subject.name}
          </button>
          <span className="sub">
            {subjectKind.labels[subject.kind]} · {subject.domain} · {subject.promise ?? '没有数值'} · {subject.source}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What was looked for and chosen stays: found once more after a reload, its form has again what was typed. */
function useLooking(list: FormList) {
  const { typed, keep } = useTypedFields({ form: '加入事项', of: list.code }, { q: '', subject: '' })
  // Until then its form stands nowhere, and nobody was faster.
  useStanding({ form: ITEM, of: `${list.code} ${typed.subject}` })
  const [found, setFound] = useState<Found>()
  const [chosen, setChosen] = useState<ListSubject>()
  const [trouble, setTrouble] = useState<Trouble>()
  const { q, subject } = typed
  const look = async () => {
    setTrouble(undefined)
    try {
      const { subjects } = await api.yearList.subjects.query({ zone: list.zone.code, list: list.code, q })
      setFound({ q, subjects })
      setChosen((before) => before ?? subjects.find(({ code }) => code === subject))
    } catch (error) {
      setTrouble(troubleOf(error, false))
    }
  }
  const choose = (one: ListSubject) => {
    setChosen(one)
    keep({ q, subject: one.code })
  }
  /** It is on the list: nothing of it is to be found again. */
  const forget = () => keep({ q, subject: '' })
  const setQ = (text: string) => keep({ ...typed, q: text })
  return { q, setQ, found, chosen, choose, forget, trouble, look, begun: subject !== '' && chosen === undefined }
}

/** Puts something of an issued plan on the list: looked for by name, filled in with what the plan says. */
export function NewItem({ list }: { list: FormList }) {
  const { q, setQ, found, chosen, choose, forget, trouble, look, begun } = useLooking(list)
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    void look()
  }
  const suggestion = chosen?.suggestion ?? null
  return (
    <aside className={s.panel} aria-label="加入事项">
      <h2>加入事项</h2>
      <form role="search" onSubmit={submit}>
        <input
          type="search"
          aria-label="规划目标或项目的名称、编号、所属规划"
          placeholder="名称、编号或规划"
          maxLength={60}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />{' '}
        <button type="submit" disabled={q.trim() === ''}>
          查找
        </button>
      </form>
      {begun ? <p className="note">您写过的事项还没有加入清单：点“查找”，所填内容仍在。</p> : null}
      <TroubleNote trouble={trouble} />
      {found === undefined ? null : <Results found={found} choose={choose} />}
      {chosen === undefined ? null : (
        <section className={s.section} aria-label={chosen.name}>
          <h3>{chosen.name}</h3>
          {chosen.arithmetic === null ? null : (
            <p className="note">
              ※ {list.year}年目标值为推算：{chosen.arithmetic}。请核定。
            </p>
          )}
          {suggestion === null ? (
            <p className="bad">规划没有写明地区，或该地区没有登记统筹部门，暂不能列入。</p>
          ) : (
            <ItemForm key={chosen.code} list={list} content={suggestion} item={null} unit={chosen.unit} done={forget} />
          )}
        </section>
      )}
    </aside>
  )
}
