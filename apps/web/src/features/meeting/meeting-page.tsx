import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import type { DecidedItem, DecidedMatter, MeetingView } from '@lianxi/schema/views/meeting'
import { attribute } from '@lianxi/schema/vocabulary'
import { subjectHref } from '@/features/board/links'
import { Empty, PageHead } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { FilingMark } from '@/features/ui/mark'
import { StatusOf } from '@/features/ui/status-mark'
import { listHref } from '@/features/year-list/words'
import { Decided, Minutes, Ways } from './facts'
import { RecordForm, StrikeForm } from './forms'
import { MEETINGS } from './links'

/** Who is asked for a matter by a list, and how far it is: a line a region. */
function Item({ item: { region, list, year, body, deadline, attribute: word, ...at } }: { item: DecidedItem }) {
  return (
    <tr>
      <td data-label="地区">{region.name}</td>
      <td data-label="牵头单位">
        {body.name}
        <span className="sub">
          <Link className="link" href={listHref(list.code)} prefetch={false}>
            {list.name}
          </Link>
          {` · ${year}年 · ${attribute.labels[word]}`}
        </span>
      </td>
      <td data-label="完成时限" className="nowrap">
        {deadline}
      </td>
      <td data-label="填报">
        {at.state === null || at.period === null ? (
          <span className="quiet">尚无开放的报告期</span>
        ) : (
          <>
            <FilingMark state={at.state === 'reported' && at.late ? 'late' : at.state} />
            <span className="sub">{periodLabel(at.period)}</span>
          </>
        )}
      </td>
      <td data-label="状态">
        <StatusOf mark={at.mark} />
        {at.mark === null ? null : <span className="sub">{at.mark.sentence}</span>}
      </td>
    </tr>
  )
}

function Matter({ matter }: { matter: DecidedMatter }) {
  const { subject, kind, name, where, stated, items, elsewhere } = matter
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={5}>
          <Link className="link" href={subjectHref(kind, subject)} prefetch={false}>
            {name}
          </Link>
          <span className="sub">
            {[where, stated === '' ? '' : `纪要所列：${stated}`].filter((part) => part !== '').join(' · ')}
          </span>
          {items.length + elsewhere === 0 ? (
            <span className="sub warned">◇ 未列入任何已下达的清单：没有责任单位、时限和填报。</span>
          ) : null}
          {elsewhere === 0 ? null : <span className="sub">另有 {elsewhere} 个其他地区承担。</span>}
        </th>
      </tr>
      {items.map((item) => (
        <Item key={item.region.code} item={item} />
      ))}
    </tbody>
  )
}

function Matters({ view: { meeting, matters, mayRecord } }: { view: MeetingView }) {
  if (meeting.minutes === null)
    return (
      <Empty title="尚未关联会议纪要。">
        {mayRecord ? (
          <>
            先在“
            <Link className="link" href="/plans" prefetch={false}>
              规划
            </Link>
            ”页录入会议纪要（文件类别“会议纪要”），再在此“更正登记”中选择。
          </>
        ) : (
          '由联席会议办公室录入会议纪要后列出。'
        )}
      </Empty>
    )
  if (matters.length === 0) return <Empty title="纪要中没有登记事项。">请在“规划”页该文件中补录。</Empty>
  return (
    <table className="cards" data-list="decided">
      <thead>
        <tr>
          <th scope="col">议定事项 · 地区</th>
          <th scope="col">牵头单位</th>
          <th scope="col">完成时限</th>
          <th scope="col">填报</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      {matters.map((matter) => (
        <Matter key={matter.subject} matter={matter} />
      ))}
    </table>
  )
}

/** One meeting: the ways to what the board showed, and what became of what it decided. */
export function MeetingPage({ view }: { view: MeetingView }) {
  const { zone, meeting, documents, now, mayRecord } = view
  const { title, heldAt, place, minutes, decided, note, person, on } = meeting
  return (
    <>
      <PageHead
        title={title}
        note={
          <>
            <p className="note">
              {[minuteOf(heldAt), place].filter((part) => part !== '').join(' · ')} · 登记 {person} {on}
              {note === '' ? null : ` · ${note}`}
            </p>
            <p className="note">
              会议纪要：
              <Minutes minutes={minutes} zone={zone.code} />
              {decided === null ? null : (
                <>
                  {' · 议定事项 '}
                  <Decided decided={decided} />
                </>
              )}
            </p>
            <p className="note no-print">
              <Ways meeting={meeting} zone={zone.code} /> ·{' '}
              <Link className="link" href={`${MEETINGS}?zone=${zone.code}`} prefetch={false}>
                全部会议
              </Link>
            </p>
          </>
        }
      />
      <section aria-label="议定事项">
        <h2>议定事项办理情况</h2>
        <Matters view={view} />
      </section>
      {mayRecord ? (
        <>
          <RecordForm key={meeting.seen} zone={zone.code} documents={documents} now={now} old={meeting} />
          <StrikeForm zone={zone.code} meeting={meeting} />
        </>
      ) : null}
    </>
  )
}
