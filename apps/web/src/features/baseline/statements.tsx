import Link from 'next/link'
import type { z } from 'zod'
import { ASKED_PAGE, type Asked as AskedSchema, type StatementView } from '@lianxi/schema/views/baseline'
import { askedValue } from '@lianxi/schema/vocabulary'
import { subjectHref } from '@/features/board/links'
import { Pager } from '@/features/board/pager'
import { INDICATORS } from '@/features/indicator/links'
import type { Query } from '@/features/session/search'
import { Fold } from '@/features/ui/fold'
import { grouped } from '@/features/ui/format'
import s from '@/features/year-list/year-list.module.css'
import { JudgeStatement } from './judge-statement'

export type Asked = z.infer<typeof AskedSchema>

const STATES = { asked: '○ 待补', stated: '● 已报，待采用', accepted: '✓ 已采用', refused: '← 未采用' } as const

/** Who said what, from where; and what became of it. */
export function Said({ statement }: { statement: StatementView }) {
  const { said, judged, unit } = statement
  return (
    <>
      {said === null ? null : (
        <>
          {said.year}年 {grouped(said.value)}
          {unit ?? ''}
          <span className="sub">
            来源：{said.source}
            {said.note === '' ? '' : `；${said.note}`}（{said.body.name} {said.statedBy}）
          </span>
        </>
      )}
      {judged === null ? null : (
        <span className="sub">
          {judged.reason === null ? '采用' : `未采用：${judged.reason}`}（{judged.decidedBy}，{judged.decidedOn}）
        </span>
      )}
    </>
  )
}

export const statementKey = ({ subject, region, asked }: StatementView): string => `${subject} ${region.code} ${asked}`

function Row({ zone, statement, mayJudge }: { zone: string; statement: StatementView; mayJudge: boolean }) {
  return (
    <tr>
      <td>
        <Link className="link" href={subjectHref('target', statement.subject)} prefetch={false}>
          {statement.name}
        </Link>
        <span className="sub">
          {statement.subject} · {statement.plan}
        </span>
      </td>
      <td data-label="所问">
        {askedValue.labels[statement.asked]}
        {statement.assignedBy === null ? null : <span className="sub">由{statement.assignedBy}下达</span>}
      </td>
      <td data-label="单位">
        {statement.region.shortName}
        <span className="sub">{statement.body.name}</span>
      </td>
      <td data-label="所报">
        <Said statement={statement} />
      </td>
      <td data-label="办理">
        {STATES[statement.state]}
        {mayJudge && statement.state === 'stated' ? <JudgeStatement zone={zone} statement={statement} /> : null}
      </td>
    </tr>
  )
}

function Table({ zone, rows, mayJudge }: { zone: string; rows: StatementView[]; mayJudge: boolean }) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">目标</th>
          <th scope="col">所问</th>
          <th scope="col">单位</th>
          <th scope="col">所报</th>
          <th scope="col">办理</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((statement) => (
          <Row key={statementKey(statement)} zone={zone} statement={statement} mayJudge={mayJudge} />
        ))}
      </tbody>
    </table>
  )
}

/** For the secretariat: what was stated and waits for an answer first, then what is still asked. */
export function StatementsToJudge({ zone, asked, query }: { zone: string; asked: Asked; query: Query }) {
  const { statements, counts, mayJudge } = asked
  const waiting = statements.filter(({ state }) => state === 'stated')
  const open = statements.filter(({ state }) => state !== 'stated')
  const total = counts.stated + counts.open
  if (total + counts.accepted === 0) return null
  const page = Number(query['page'] ?? 1)
  return (
    <section className={s.section} aria-labelledby="stated">
      <h2 id="stated">规划未列、请各单位补报的数</h2>
      <p className="note">
        待采用 {counts.stated} 项，待补 {counts.open} 项，已采用 {counts.accepted} 项。每项只问一次；系统不推测。
      </p>
      {waiting.length === 0 ? null : <Table zone={zone} rows={waiting} mayJudge={mayJudge} />}
      {open.length === 0 ? null : (
        <details key={page} open={page > 1}>
          <summary>尚未补报的 {counts.open} 项</summary>
          <Table zone={zone} rows={open} mayJudge={false} />
        </details>
      )}
      {total > ASKED_PAGE ? (
        <Pager {...{ path: INDICATORS, query, total, page, pageSize: ASKED_PAGE }} label="补报的数翻页" />
      ) : null}
    </section>
  )
}

/** On a target's page: who said what of it; folded while nothing of it waits for who looks. */
export function StatementsOf({ zone, asked: { statements, mayJudge } }: { zone: string; asked: Asked }) {
  if (statements.length === 0) return null
  const waits = mayJudge && statements.some(({ state }) => state === 'stated')
  const table = <Table zone={zone} rows={statements} mayJudge={mayJudge} />
  const heading = <h2 id="statements">补报的数（规划未列）</h2>
  return (
    <section className={s.section} aria-labelledby="statements">
      {waits ? heading : null}
      {waits ? table : <Fold summary={heading}>{table}</Fold>}
    </section>
  )
}
