import Link from 'next/link'
import type { MechanismView } from '@lianxi/schema/views/mechanism'
import { mechanismFact } from '@lianxi/schema/vocabulary'
import { Empty, PageHead } from '@/features/shell/page-head'
import s from './mechanism.module.css'

function Part({ part }: { part: MechanismView['parts'][number] }) {
  const id = `mechanism-${part.of}`
  return (
    <section className={s.section} aria-labelledby={id}>
      <h2 id={id}>{part.name}</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">规划载明</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {part.facts.map(({ fact, said, source }) => (
            <tr key={fact}>
              <td className="nowrap">{mechanismFact.labels[fact]}</td>
              <td data-label="规划载明">
                {said === null ? <span className="quiet">规划未载明</span> : said.join('；')}
              </td>
              <td data-label="出处">{source ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 工作机制: what the plans say of how the zone works, and what the system goes by. */
export function MechanismPage({ view }: { view: MechanismView }) {
  const { confirmations, responsible } = view
  return (
    <>
      <PageHead
        title={`${view.zone.name}工作机制`}
        note={<p className="note">按规划原文列出，规划没有写的注明“规划未载明”；系统据此确定分解对象和确认层级</p>}
      />
      <section className={s.section} aria-labelledby="in-force">
        <h2 id="in-force">系统所据</h2>
        <ul>
          <li>全区值分解到：{responsible.map(({ name }) => name).join('、') || '未定'}</li>
          <li>
            填报确认：
            {confirmations.map(({ region, by }) => `${region.name}由${by.name}确认`).join('；') ||
              '由联席会议办公室确认'}
          </li>
          <li>
            状态判定：<Link href={`/mechanism/rules?zone=${view.zone.code}`}>判定规则</Link>
          </li>
        </ul>
      </section>
      {view.parts.length === 0 ? (
        <Empty title="还没有登记工作机制。">随规划数据登记后列在这里。</Empty>
      ) : (
        view.parts.map((part) => <Part key={part.of} part={part} />)
      )}
    </>
  )
}
