import type { Provenance } from '@lianxi/schema/views/common'
import { placeOf } from '@/features/board/promise-words'
import s from './subject.module.css'

export type Fact = [term: string, said: React.ReactNode]

/** Terms and what is said about them; what nobody said is left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  const said = facts.filter(([, value]) => value !== null && value !== undefined && value !== '')
  return (
    <dl className={s.facts}>
      {said.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** 出处: plan, document number, chapter and the line of the plan's text. */
export function Source({ source }: { source: Provenance }) {
  return (
    <>
      {source.planName}
      {source.draft ? '（征求意见稿，未生效）' : ''}
      <span className="sub">
        {[source.documentNumber, placeOf(source), source.line === null ? null : `原文第 ${source.line} 行`]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}
