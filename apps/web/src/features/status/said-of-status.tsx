import { periodLabel } from '@lianxi/schema/period'
import { objectionOutcome, status as statuses } from '@lianxi/schema/status-vocabulary'
import type { CellStatus, ObjectionMark, OverrideMark } from '@lianxi/schema/views/status'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { DoneMeanwhile } from '@/features/draft/left-texts'
import { AnswerForm } from './answer-form'
import { ObjectForm } from './object-form'
import { OverrideForm } from './override-form'
import s from './status.module.css'
import { ANSWER, OBJECT, TAKE_BACK } from './titles'
import { answerWord, choicesOf, overrideReach } from './words'
import { TakeBackForm } from './take-back-form'
import { WithdrawForm } from './withdraw-form'

/** To an override: it stays or it is taken back; to what the rules say: everything else. */
const outcomesOf = ({ override }: ObjectionMark) =>
  objectionOutcome.words
    .filter((value) => value === 'maintained' || (value === 'withdrawn') === (override !== undefined))
    .map((value) => ({ value, label: objectionOutcome.labels[value] }))

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
        <b>异议</b>（对{objection.override === undefined ? `“${statuses.labels[computed]}”` : '人工认定'}，
        {answerWord(objection)}）：{objection.text}
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

/** For whom was writing too: the answer, or the objection, that came first. */
function Meanwhile({ objection: { event, answer } }: { objection: ObjectionMark }) {
  if (answer === null) return null
  const said = `已由联席会议办公室 ${answer.person} 于 ${answer.on} 答复：${objectionOutcome.labels[answer.outcome]}。`
  return [ANSWER, TAKE_BACK].map((form) => <DoneMeanwhile key={form} form={form} of={event} said={said} />)
}

type Of = { subject: SubjectView; mark: CellStatus }

/** What people say of one cell's status, with the forms of whoever may answer. */
function OfCell({ subject, mark }: Of) {
  const { zone, code, asOf, maySay } = subject
  const { region, period, computed, override, objection } = mark
  const place = { zone, subject: code, region, period }
  const present = asOf === null
  return (
    <div className={s.said}>
      {override === null ? null : <OverrideSaid override={override} computed={computed} />}
      {override !== null && present && maySay.override ? <WithdrawForm {...place} override={override.event} /> : null}
      {objection === null ? null : <ObjectionSaid objection={objection} computed={computed} />}
      {objection?.answer === null && present && maySay.override ? (
        <AnswerForm
          {...place}
          objection={objection.event}
          outcomes={outcomesOf(objection)}
          choices={choicesOf(subject)}
        />
      ) : null}
      {objection?.answer === null && present && maySay.speaksFor.includes(objection.body) ? (
        <TakeBackForm {...place} objection={objection.event} />
      ) : null}
      {objection === null ? null : <Meanwhile objection={objection} />}
    </div>
  )
}

const firstOf = (marks: readonly CellStatus[], mark: CellStatus): boolean =>
  marks.find(({ override }) => override?.event === mark.override?.event) === mark

/** What of a cell can be objected to now: the override over it, else what the rules say; null: nothing more. */
function objectable({ computed, override, objection }: CellStatus) {
  if (override !== null && objection?.override !== override.event)
    return { status: computed, override: override.event, word: '人工认定' }
  const open = objection === null || objection.answer?.outcome === 'withdrawn'
  return open && override === null && computed !== 'not-due'
    ? { status: computed, word: `“${statuses.labels[computed]}”` }
    : null
}

/** Of one region: what is said of the shown status, then of other periods, and the forms. `shown`: the period above. */
export function SaidOfStatus({ subject, region, shown }: { subject: SubjectView; region: string; shown: string }) {
  const marks = subject.statuses
    .filter((mark) => mark.region === region)
    .sort((a, b) => (a.period === shown ? -1 : b.period === shown ? 1 : b.period.localeCompare(a.period)))
  const said = marks.filter((mark) => mark.objection !== null || (mark.override !== null && firstOf(marks, mark)))
  const { zone, code, asOf, maySay } = subject
  const current = marks.find(({ period }) => period === shown)
  const may = asOf === null && maySay.object.includes(region) && current !== undefined ? objectable(current) : null
  return (
    <>
      {said.map((mark) => (
        <div key={mark.period}>
          {mark.period === shown ? null : <p className="note">{periodLabel(mark.period)}：</p>}
          <OfCell subject={subject} mark={mark} />
        </div>
      ))}
      {may === null && current?.objection ? (
        <DoneMeanwhile
          form={OBJECT}
          of={`${region} ${shown}`}
          said={`已由${current.objection.bodyName} ${current.objection.person} 于 ${current.objection.on} 提出异议。`}
        />
      ) : null}
      {may === null ? null : (
        <ObjectForm key={may.override} {...{ zone, subject: code, region, period: shown }} {...may} />
      )}
      {asOf === null && maySay.override && marks.length > 0 ? (
        <OverrideForm
          {...{ zone, subject: code, region }}
          periods={marks.map(({ period }) => ({ period, words: periodLabel(period) }))}
          choices={choicesOf(subject)}
        />
      ) : null}
    </>
  )
}
