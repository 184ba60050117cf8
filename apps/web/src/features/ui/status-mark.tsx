import { status as statuses, STATUS_SHAPES, type Status } from '@lianxi/schema/status-vocabulary'
import type { StatusMark as Mark } from '@lianxi/schema/views/status'
import s from './mark.module.css'

const COLOURS = {
  achieved: s.good,
  ahead: s.good,
  'on-track': s.done,
  met: s.good,
  behind: s.warn,
  'seriously-behind': s.bad,
  regressing: s.bad,
  breached: s.bad,
  'not-reported': s.none,
  'not-due': s.none,
  undeterminable: s.pending,
} satisfies Record<Status, string | undefined>

/** A status: shape, word, colour; each of the first two says it alone. */
export function StatusSign({ status, children }: { status: Status; children?: React.ReactNode }) {
  return (
    <span className={`${s.mark} ${COLOURS[status] ?? ''}`} data-status={status}>
      <span className={s.shape} aria-hidden="true">
        {STATUS_SHAPES[status]}
      </span>
      {statuses.labels[status]}
      {children}
    </span>
  )
}

/** The status of a cell; while an override is in force what the rules say stands beside it. */
export function StatusOf({ mark }: { mark: Mark | null }) {
  if (mark === null) return <span className="quiet">–</span>
  return (
    <div title={mark.sentence}>
      <StatusSign status={mark.status} />
      {mark.computed === mark.status ? null : (
        <span className="sub">按规则：{statuses.labels[mark.computed]}（人工认定）</span>
      )}
    </div>
  )
}
