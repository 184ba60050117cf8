import Link from 'next/link'
import type { MeetingLine, Meetings } from '@lianxi/schema/views/meeting'
import { Empty, PageHead } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { Decided, Minutes, Ways } from './facts'
import { RecordForm } from './forms'
import { meetingHref } from './links'

function Line({ meeting, zone }: { meeting: MeetingLine; zone: string }) {
  const { code, title, heldAt, place, minutes, decided } = meeting
  return (
    <tr>
      <td>
        <Link className="link" href={meetingHref(code, zone)} prefetch={false}>
          {title}
        </Link>
      </td>
      <td data-label="召开">
        <span className="nowrap">{minuteOf(heldAt)}</span>
        {place === '' ? null : <span className="sub">{place}</span>}
      </td>
      <td data-label="纪要">
        <Minutes minutes={minutes} zone={zone} />
      </td>
      <td data-label="议定事项">
        <Decided decided={decided} />
      </td>
      <td data-label="数据" className="no-print">
        <Ways meeting={meeting} zone={zone} />
      </td>
    </tr>
  )
}

/** The zone's joint meetings: what each had before it, what it decided, and what became of that. */
export function MeetingsPage({ all: { zone, meetings, documents, now, mayRecord } }: { all: Meetings }) {
  return (
    <>
      <PageHead
        title={`${zone.name} · 会议`}
        note={
          <p className="note">
            总览和“变化”默认与最近一次已登记的会议对比。会议纪要作为文件登记后，议定事项列入年度清单，即有责任单位、时限和进度。
          </p>
        }
      />
      {mayRecord ? <RecordForm zone={zone.code} documents={documents} now={now} /> : null}
      {meetings.length === 0 ? (
        <Empty title="还没有登记会议。">
          {mayRecord
            ? '会议召开后在此登记，此后的“变化”即从该次会议算起；未登记时与上一报告期填报截止时对比。'
            : '由联席会议办公室登记；未登记时，“变化”与上一报告期填报截止时对比。'}
        </Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">会议</th>
              <th scope="col">召开</th>
              <th scope="col">纪要</th>
              <th scope="col">议定事项</th>
              <th scope="col" className="no-print">
                数据
              </th>
            </tr>
          </thead>
          <tbody>
            {meetings.map((meeting) => (
              <Line key={meeting.code} meeting={meeting} zone={zone.code} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
