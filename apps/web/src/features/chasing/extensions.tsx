import { periodLabel } from '@lianxi/schema/period'
import type { ExtensionView } from '@lianxi/schema/views/chasing'
import { minuteOf } from '@/features/ui/format'
import { WithdrawExtension } from './withdraw-extension'

type Props = {
  extensions: readonly ExtensionView[]
  /** The zone in which the viewer may take one back; absent: he may not. */
  zone?: string
}

/** Extensions with their reasons, one line each. */
export function Extensions({ extensions, zone }: Props) {
  return (
    <ul className="note">
      {extensions.map(({ region, body, subject, period, dueAt, reason, by, person, at, ended }) => (
        <li key={`${body.code} ${subject?.code ?? ''} ${period}`}>
          {body.name} {periodLabel(period)} {subject === null ? '全部事项' : subject.name}
          ：延至 <b>{minuteOf(dueAt)}</b>
          {ended ? '（已到期）' : ''}。原因：{reason}（{by.name} {person}，{minuteOf(at)}）
          {zone === undefined || ended ? null : (
            <WithdrawExtension
              {...{ zone, region: region.code, body: body.code, subject: subject?.code ?? null, period, dueAt }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
