'use client'

import { type ReactNode, useState } from 'react'
import type { Entry } from '@lianxi/schema/commands/entry'
import { withUnit } from '@lianxi/schema/figure-words'
import { periodLabel } from '@lianxi/schema/period'
import type { LastFigure } from '@lianxi/schema/views/cell'
import { stage as stages } from '@lianxi/schema/vocabulary'
import commandStyles from '@/features/command/command.module.css'
import { SendBack } from '@/features/command/send-back'
import { useTypedText } from '@/features/draft/typed-texts'
import { EntrySaid } from '@/features/office/entry-said'
import { grouped, moneyInWords, percent } from '@/features/ui/format'
import { changeWords } from './change-words'
import s from './review.module.css'
import { returnOf } from './words'

type Compared = {
  published: Entry | null
  previous: LastFigure | null
  unit: string | null
  change: string | null
  corrected: string | null
}

/** What stood before: the revision that is corrected, else the last period's figure. */
function Before({ row: { published, previous, unit } }: { row: Compared }) {
  if (published !== null) {
    return (
      <>
        <small>更正前</small>
        <EntrySaid entry={published} unit={unit} />
      </>
    )
  }
  if (previous === null) return <span className="quiet">首次填报</span>
  return (
    <>
      {previous.value === null ? null : <b>{withUnit(grouped(previous.value), unit)}</b>}
      {previous.stage === null ? null : `${stages.labels[previous.stage]} · ${percent(previous.progressPercent)}`}
      {previous.investedTotalWan === null ? null : (
        <span className="sub">累计 {moneyInWords(previous.investedTotalWan)}</span>
      )}
      <span className="sub">{periodLabel(previous.period)}</span>
    </>
  )
}

/** A correction against what it corrects; the last period's figure is named, as it may not stand beside. */
function Change({ row: { published, corrected, previous, change, unit, entry } }: { row: Told }) {
  const figure = previous === null ? null : figureOf(previous, entry.kind === 'target' ? unit : '%')
  const said = change === null || previous === null ? null : changeWords(change, unit)
  if (corrected === null && said === null) return '—'
  return (
    <>
      <b>{corrected === null ? said : changeWords(corrected, unit)}</b>
      {corrected === null ? null : <span className="sub">较更正前</span>}
      {previous === null || said === null ? null : corrected === null ? (
        <span className="sub">
          较{periodLabel(previous.period)}
          {published === null ? '' : ` ${figure ?? ''}`}
        </span>
      ) : (
        <>
          <span className="sub">
            较{periodLabel(previous.period)} {figure}
          </span>
          <span className="sub">{said}</span>
        </>
      )}
    </>
  )
}

/** The figure whose change is told: the value of a target, the progress of a project. */
function figureOf({ value, progressPercent }: LastFigure, unit: string | null): string | null {
  const figure = value ?? progressPercent
  return figure === null ? null : withUnit(grouped(figure), unit)
}

type Finding = { code: string; message: string; reason: string | null }

function Findings({ findings }: { findings: readonly Finding[] }) {
  return findings.map((finding) => (
    <p key={finding.code} className={s.finding}>
      {finding.message}
      <span className="sub">说明：{finding.reason ?? '未说明'}</span>
    </p>
  ))
}

type Told = Compared & { entry: Entry; findings: readonly Finding[] }

/** Old beside new, the change, and the warnings with their reasons; `children` stand under the new value. */
export function EntryCells({ row, children }: { row: Told; children: ReactNode }) {
  return (
    <>
      <td data-label="原值">
        <div>
          <Before row={row} />
        </div>
      </td>
      <td data-label="新值">
        <div>
          <EntrySaid entry={row.entry} unit={row.unit} />
          {children}
        </div>
      </td>
      <td className="num" data-label="变化">
        <div>
          <Change row={row} />
        </div>
      </td>
      <td data-label="提示与说明" data-empty={row.findings.length === 0}>
        <div>
          <Findings findings={row.findings} />
        </div>
      </td>
    </>
  )
}

type Deciding = {
  /** What is pressed to let the report pass: 通过, 确认. */
  word: string
  /** Why it may not be; null: it may. */
  why: string | null
  /** The row, and its name: what is typed for it stays its own. */
  of: string
  name: string
  /** Who reads the reason of a return. */
  label: string
  busy: boolean
  accept: () => void
  /** Whether it went back. */
  sendBack: (reason: string) => Promise<boolean>
  said: string | undefined
  children?: ReactNode
}

/** Lets one report pass or sends it back, and says what was answered. */
export function DecideCell({ word, why, of, name, label, busy, accept, sendBack, said, children }: Deciding) {
  const [reason, keep] = useTypedText({ form: returnOf(name), of })
  const [opened, setOpened] = useState(false)
  const asking = opened || reason !== ''
  const close = () => {
    keep('')
    setOpened(false)
  }
  const send = async () => {
    if (await sendBack(reason)) close()
  }
  return (
    <td className="no-print">
      {why === null ? (
        <div className={commandStyles.actions}>
          <button type="button" className="small primary" disabled={busy} onClick={accept}>
            {word}
          </button>
          <button
            type="button"
            className="small"
            aria-expanded={asking}
            onClick={() => (asking && reason === '' ? close() : setOpened(true))}
          >
            退回…
          </button>
        </div>
      ) : (
        <small>{why}</small>
      )}
      {asking ? (
        <SendBack {...{ label, busy, reason, close }} press="退回" change={keep} send={() => void send()} />
      ) : null}
      {children}
      {said === undefined ? null : (
        <p className="bad" role="alert">
          {said}
        </p>
      )}
    </td>
  )
}

type Picking = {
  /** 通过, 确认. */
  word: string
  note: string
  able: number
  chosen: number
  busy: boolean
  all: (on: boolean) => void
  press: () => void
}

/** Many at once: all or those that are picked. */
export function PickBar({ word, note, able, chosen, busy, all, press }: Picking) {
  return (
    <div className={`${s.bar ?? ''} no-print`}>
      <label>
        <input
          type="checkbox"
          disabled={able === 0}
          checked={able > 0 && chosen === able}
          onChange={(event) => all(event.target.checked)}
        />{' '}
        全选
      </label>
      <button type="button" className="primary" disabled={busy || chosen === 0} onClick={press}>
        {word}所选（{chosen}）
      </button>
      <small>{note}</small>
    </div>
  )
}
