import Link from 'next/link'
import type { YearListView } from '@lianxi/schema/views/year-list'
import { handoverState } from '@lianxi/schema/vocabulary'
import { subjectHref } from '@/features/board/links'
import s from './year-list.module.css'

/** What the regions of the list's projects owe each other in its year; agreed and recorded on the project's page. */
export function ListHandovers({ list: { handovers, asOf } }: { list: YearListView }) {
  if (handovers.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="handovers">
      <h2 id="handovers">衔接节点</h2>
      <p className="note">本清单项目中一地须先移交、另一地方可继续的事项；以前年度未移交的一并列出。</p>
      <table className="cards" data-list="list-handovers">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">移交方 → 接收方</th>
            <th scope="col">移交内容</th>
            <th scope="col">约定日期</th>
            <th scope="col">状态</th>
            <th scope="col">完成后方可</th>
          </tr>
        </thead>
        <tbody>
          {handovers.map(({ code, subject, name, giver, receiver, what, dueOn, state, reachedOn, unlocks }) => (
            <tr key={code}>
              <td>
                <Link href={subjectHref('project', subject, { asOf: asOf ?? undefined })} prefetch={false}>
                  {name}
                </Link>
              </td>
              <td data-label="移交" className="nowrap">
                {giver.shortName} → {receiver.shortName}
              </td>
              <td data-label="移交内容">{what}</td>
              <td data-label="约定日期" className="nowrap">
                {dueOn}
              </td>
              <td data-label="状态" className={state === 'late' ? 'bad' : undefined}>
                {handoverState.labels[state]}
                {reachedOn === null ? '' : ` ${reachedOn}`}
              </td>
              <td data-label="完成后方可" data-empty={unlocks === ''}>
                {unlocks}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
