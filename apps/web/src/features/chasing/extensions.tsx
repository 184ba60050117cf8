import { periodLabel } from '@lianxi/schema/period'
import type { ExtensionView } from '@lianxi/schema/views/chasing'
import { minuteOf } from '@/features/ui/format'

/** Extensions with their reasons, one line each. */
export function Extensions({ extensions }: { extensions: readonly ExtensionView[] }) {
  return (
    <ul className="note">
      {extensions.map(({ body, subject, period, dueAt, reason, by, person, at, ended }) => (
        <li key={`${body.code} ${subject?.code ?? ''} ${period}`}>
          {body.name} {periodLabel(period)} {subject === null ? '全部事项' : subject.name}
          ：延至 <b>{minuteOf(dueAt)}</b>
          {ended ? '（已到期）' : ''}。原因：{reason}（{by.name} {person}，{minuteOf(at)}）
        </li>
      ))}
    </ul>
  )
}
