import { objectionOutcome, status as statuses, STATUS_SHAPES, type Status } from '@lianxi/schema/status-vocabulary'
import type { StatusMark as Mark } from '@lianxi/schema/views/status'
import { Tag } from './mark'
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

/** As much as a line of a list has room for; the rest is on the subject's page. */
const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** What people say of a status stands beside it wherever it is shown, on paper too. */
function SaidOf({ mark: { computed, override, objection } }: { mark: Mark }) {
  return (
    <>
      {override === null ? null : (
        <span className="sub">
          人工认定；按规则：{statuses.labels[computed]}。{brief(override.reason)}
        </span>
      )}
      {objection === null ? null : (
        <span className="sub">
          异议（{objection.answer === null ? '待答复' : objectionOutcome.labels[objection.answer.outcome]}）：
          {brief(objection.text)}
        </span>
      )}
    </>
  )
}

/** That people say something of a status, where there is room for a word only. */
export function SaidTags({ mark: { override, objection } }: { mark: Mark }) {
  return (
    <>
      {override === null ? null : <Tag>人工认定</Tag>}
      {objection === null ? null : <Tag>有异议</Tag>}
    </>
  )
}

/** The status of a cell; while an override is in force what the rules say stands beside it. */
export function StatusOf({ mark }: { mark: Mark | null }) {
  if (mark === null) return <span className="quiet">–</span>
  return (
    <div title={mark.sentence}>
      <StatusSign status={mark.status} />
      <SaidOf mark={mark} />
    </div>
  )
}
