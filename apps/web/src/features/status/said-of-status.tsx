import { periodLabel } from '@lianxi/schema/period'
import { objectionOutcome, status as statuses } from '@lianxi/schema/status-vocabulary'
import type { CellStatus, ObjectionMark, OverrideMark } from '@lianxi/schema/views/status'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { AnswerForm } from './answer-form'
import { ObjectForm } from './object-form'
import { OverrideForm } from './override-form'
import s from './status.module.css'
import { answerWord, overrideReach, STATUS_CHOICES } from './words'
import { WithdrawForm } from './withdraw-form'

const OUTCOMES = objectionOutcome.words.map((value) => ({ value, label: objectionOutcome.labels[value] }))

/** 人工认定 in full: why, by whom, how long, and what the rules say. */
function OverrideSaid({ override, computed }: { override: OverrideMark; computed: CellStatus['computed'] }) {
  return (
    <p>
      <b>人工认定为{statuses.labels[override.status]}</b>（按规则判定：{statuses.labels[computed]}）：{override.reason}
      <span className="sub">
        {overrideReach(override)} · 联席会议办公室 {override.person} {override.on}
      </span>
    </p>
  )
}

function ObjectionSaid({ objection, computed }: { objection: ObjectionMark; computed: CellStatus['computed'] }) {
  const { answer } = objection
  return (
    <>
      <p>
        <b>异议</b>（对“{statuses.labels[computed]}”，{answerWord(objection)}）：{objection.text}
        <span className="sub">
          {objection.bodyName} {objection.person} {objection.on}
        </span>
      </p>
      {answer === null ? null : (
        <p>
          <b>答复：{objectionOutcome.labels[answer.outcome]}</b>。{answer.reason}
          <span className="sub">
            联席会议办公室 {answer.person} {answer.on}
          </span>
        </p>
      )}
    </>
  )
}

type Of = { subject: SubjectView; mark: CellStatus }

/** What people say of one cell's status, with the forms of whoever may answer. */
function OfCell({ subject: { zone, code, asOf, maySay }, mark }: Of) {
  const { region, period, computed, override, objection } = mark
  const place = { zone, subject: code, region, period }
  const present = asOf === null
  return (
    <div className={s.said}>
      {override === null ? null : <OverrideSaid override={override} computed={computed} />}
      {override !== null && present && maySay.override ? <WithdrawForm {...place} override={override.event} /> : null}
      {objection === null ? null : <ObjectionSaid objection={objection} computed={computed} />}
      {objection?.answer === null && present && maySay.override ? (
        <AnswerForm {...place} objection={objection.event} outcomes={OUTCOMES} choices={STATUS_CHOICES} />
      ) : null}
    </div>
  )
}

const firstOf = (marks: readonly CellStatus[], mark: CellStatus): boolean =>
  marks.find(({ override }) => override?.event === mark.override?.event) === mark

/** Of one region: what is said of the shown status, then of other periods, and the forms. `shown`: the period above. */
export function SaidOfStatus({ subject, region, shown }: { subject: SubjectView; region: string; shown: string }) {
  const marks = subject.statuses
    .filter((mark) => mark.region === region)
    .sort((a, b) => (a.period === shown ? -1 : b.period === shown ? 1 : b.period.localeCompare(a.period)))
  const said = marks.filter((mark) => mark.objection !== null || (mark.override !== null && firstOf(marks, mark)))
  const { zone, code, asOf, maySay } = subject
  const current = marks.find(({ period }) => period === shown)
  const mayObject =
    asOf === null && maySay.object.includes(region) && current?.objection === null && current.computed !== 'not-due'
  return (
    <>
      {said.map((mark) => (
        <div key={mark.period}>
          {mark.period === shown ? null : <p className="note">{periodLabel(mark.period)}：</p>}
          <OfCell subject={subject} mark={mark} />
        </div>
      ))}
      {mayObject ? (
        <ObjectForm
          {...{ zone, subject: code, region, period: shown }}
          status={current.computed}
          word={statuses.labels[current.computed]}
        />
      ) : null}
      {asOf === null && maySay.override && marks.length > 0 ? (
        <OverrideForm
          {...{ zone, subject: code, region }}
          periods={marks.map(({ period }) => ({ period, words: periodLabel(period) }))}
          choices={STATUS_CHOICES}
        />
      ) : null}
    </>
  )
}
