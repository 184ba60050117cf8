'use client'

import { memo, useState } from 'react'
import { stage as stages } from '@lianxi/schema/vocabulary'
import type { GridColumn } from './columns'
import s from './grid.module.css'
import type { CellPlace } from './tables'
import type { Hands, Input } from './hands'

type Props = {
  place: CellPlace
  column: GridColumn
  label: string
  text: string
  bad: boolean
  described: string | undefined
  hands: Hands
}

/** Lines a text takes in a cell of the usual width; more than eight scroll. */
const linesOf = (text: string): number =>
  Math.min(
    8,
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 12)), 0),
  )

/** One input of the grid. While somebody types it shows what is typed, afterwards what was understood. */
function Cell({ place, column, label, text, bad, described, hands }: Props) {
  const [typed, setTyped] = useState<string>()
  const { sort, lines } = column
  const type = (next: string) => {
    setTyped(next)
    hands.type({ ...place, text: next })
  }
  const shared = {
    className: s[sort],
    'data-row': place.id,
    'data-field': place.field,
    'aria-label': label,
    'aria-invalid': bad,
    'aria-describedby': described,
    onFocus: () => hands.enter(place),
    onBlur: () => {
      setTyped(undefined)
      hands.leave(place)
    },
    onKeyDown: (event: React.KeyboardEvent<Input>) =>
      hands.press(event, { ...place, sort, typed: typed !== undefined, clear: () => setTyped(undefined), type }),
    onPaste: (event: React.ClipboardEvent<Input>) => {
      if (hands.paste(event, { ...place, sort })) setTyped(undefined)
    },
  }
  const shown = typed ?? text
  if (sort === 'choice')
    return <Choice shared={shared} text={text} type={(next) => hands.type({ ...place, text: next })} />
  if (sort === 'mark') {
    const tick = (on: boolean) => hands.type({ ...place, text: on ? '是' : '' })
    return (
      <input {...shared} type="checkbox" checked={text === '是'} onChange={(event) => tick(event.target.checked)} />
    )
  }
  const typing = { value: shown, onChange: (event: React.ChangeEvent<Input>) => type(event.target.value) }
  return sort === 'figure' ? (
    <input {...shared} {...typing} inputMode="decimal" autoComplete="off" />
  ) : (
    <textarea {...shared} {...typing} rows={linesOf(shown)} placeholder={lines} />
  )
}

type ChoiceProps = { shared: React.ComponentProps<'select'>; text: string; type: (text: string) => void }

/** A word that was pasted and is none of the list stays visible until another is chosen. */
function Choice({ shared, text, type }: ChoiceProps) {
  const known = Object.values<string>(stages.labels)
  return (
    <select {...shared} value={text} onChange={(event) => type(event.target.value)}>
      <option value="">请选择</option>
      {(known.includes(text) || text === '' ? known : [text, ...known]).map((word) => (
        <option key={word}>{word}</option>
      ))}
    </select>
  )
}

export const GridCell = memo(Cell)
