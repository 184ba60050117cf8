'use client'

import type { Finding } from '@lianxi/schema/views/result'
import { LengthNote } from '@/features/command/length-note'
import { Conflict } from '@/features/office/conflict'
import { WarningAsk } from '@/features/office/field'
import f from '@/features/office/form.module.css'
import { Notice } from '@/features/shell/page-head'
import type { GridColumn } from './columns'
import s from './grid.module.css'
import { columnOf, isWritable, type RowState } from './row-state'
import type { GridActions } from './use-grid'
import type { Hands } from './hands'

type Props = {
  id: string
  state: RowState
  found: Finding[]
  columns: readonly GridColumn[]
  hands: Hands
  actions: GridActions
  attempted: boolean
}

const FALLS = ['year-to-date-falls', 'invested-falls']

/** Errors of a row under their columns' names, each where its cell points to. */
function Errors({ id, found, columns }: Pick<Props, 'id' | 'found' | 'columns'>) {
  const errors = found.filter(({ level, field }) => level === 'error' && field !== 'correctionReason')
  const titled = [...columns, { field: '', title: '' }].flatMap(({ field, title }) => {
    const own = errors.filter((finding) => columnOf(finding.field) === field)
    return own.length === 0 ? [] : [{ field, title, own }]
  })
  return titled.map(({ field, title, own }) => (
    <p key={field} id={`${id}-${field}`} className={f.error}>
      {title === '' ? '' : `${title.replace(/（.*$/, '')}：`}
      {own.map(({ message }) => message).join('')}
    </p>
  ))
}

function CorrectionReason({ id, state, found, actions }: Pick<Props, 'id' | 'state' | 'found' | 'actions'>) {
  const { working, row } = state
  const own = found.filter(({ field }) => field === 'correctionReason')
  const wanted =
    row.check.correction || working.correctionReason !== '' || found.some(({ code }) => FALLS.includes(code))
  if (!wanted || (state.mine === null && own.length === 0)) return null
  return (
    <label className={s.reason}>
      更正原因
      <input
        value={working.correctionReason}
        aria-invalid={own.length > 0}
        aria-describedby={own.length > 0 ? `${id}-correction` : undefined}
        onChange={(event) => actions.change(state.id, { correctionReason: event.target.value })}
      />
      <LengthNote text={working.correctionReason} limit={500} />
      <span id={`${id}-correction`} className={f.error}>
        {own.map(({ message }) => message).join('')}
      </span>
    </label>
  )
}

function Warnings({ id, state, found, actions, attempted }: Omit<Props, 'columns' | 'hands'>) {
  const { working, unanswered } = state
  return found
    .filter(({ level }) => level === 'warning')
    .map((finding) => (
      <WarningAsk
        key={finding.code}
        id={`${id}-${finding.code}`}
        finding={finding}
        state={{
          reasons: working.reasons,
          unanswered: (code) => attempted && unanswered.includes(code),
          giveReason: (code, reason) => actions.change(state.id, { reasons: { ...working.reasons, [code]: reason } }),
        }}
      />
    ))
}

function Refused({ state: { answer, other } }: { state: RowState }) {
  if (answer === undefined || answer.refusal.field !== null || other !== undefined) return null
  return <Notice bad>{answer.refusal.message}</Notice>
}

/** Under a row: why it came back, what is wrong, where a reason is wanted, and somebody else's text beside one's own. */
export function RowSaid(props: Props) {
  const { state, found, columns, actions, hands } = props
  const { row, other, working, answer } = state
  const { returned } = row.due
  const correcting = row.check.correction && state.mine !== null
  if (!isWritable(state)) return null
  if (returned === null && other === undefined && answer === undefined && found.length === 0 && !correcting) return null
  return (
    <tr className={s.said} data-said={row.subject} onKeyDown={hands.pressReason}>
      <td colSpan={columns.length + 2}>
        {returned === null ? null : (
          <p>
            <span className="bad">退回：</span>
            {returned.reason}（{returned.by}）
          </p>
        )}
        {other === undefined ? null : (
          <Conflict
            other={other}
            mine={working.entry}
            unit={row.check.unit}
            keepMine={() => actions.rebase(state.id, other.version)}
            takeTheirs={() => actions.drop(state.id)}
          />
        )}
        <Refused state={state} />
        <Errors {...props} />
        <Warnings {...props} />
        <CorrectionReason {...props} />
      </td>
    </tr>
  )
}
