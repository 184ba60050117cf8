import type { ColumnSort } from './columns'

/** A cell: which table, which of its rows that can be filled in, which column. */
export type Place = { table: number; row: number; column: number }
/** Tables one under the other: how many rows can be filled in, and what sort each column is. */
export type Shape = readonly { rows: number; columns: readonly ColumnSort[] }[]

export type Move = 'down' | 'up' | 'left' | 'right'
export type GridKey = Move | 'enter' | 'back' | 'newline' | 'cancel' | 'save' | 'submit' | 'undo' | 'redo' | 'repeat'

export type Pressed = { key: string; ctrl: boolean; shift: boolean; alt: boolean }
/** Where the caret stands in the cell; `untouched`: nothing was typed or moved since the cell was entered. */
export type Caret = { sort: ColumnSort; text: string; start: number; end: number; untouched: boolean }

const withCtrl: Readonly<Record<string, GridKey | undefined>> = { z: 'undo', y: 'redo', d: 'repeat' }

/** What a key means in a cell of the grid; undefined: the browser's own business. */
export function keyOf(pressed: Pressed, caret: Caret): GridKey | undefined {
  const { key, ctrl, shift, alt } = pressed
  if (key === 'Enter') {
    if (ctrl) return shift ? 'submit' : 'save'
    if (alt) return caret.sort === 'words' ? 'newline' : undefined
    return shift ? 'back' : 'enter'
  }
  if (alt) return undefined
  if (ctrl) return shift && key.toLowerCase() === 'z' ? 'redo' : withCtrl[key.toLowerCase()]
  if (key === 'Escape') return 'cancel'
  return shift ? undefined : arrowOf(key, caret)
}

/** An arrow leaves the cell when the caret has nowhere to go in it; in a list up and down choose. */
function arrowOf(key: string, { sort, text, start, end, untouched }: Caret): Move | undefined {
  const upDown = sort === 'choice' ? undefined : key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : undefined
  const leftRight = key === 'ArrowLeft' ? 'left' : key === 'ArrowRight' ? 'right' : undefined
  if (sort === 'choice' || sort === 'mark' || untouched) return upDown ?? leftRight
  if (leftRight === 'left') return start === 0 && end === 0 ? 'left' : undefined
  if (leftRight === 'right') return start === text.length ? 'right' : undefined
  if (upDown === 'up') return text.slice(0, start).includes('\n') ? undefined : 'up'
  return upDown === 'down' && !text.slice(end).includes('\n') ? 'down' : undefined
}

/**
 * Where a move leads; undefined: nowhere. Enter at the foot of a column goes on at the head of the next one that holds
 * the same sort of thing, then in the next table: all figures first, whatever table they stand in, then words.
 */
export function stepOf(shape: Shape, { table, row, column }: Place, move: Move | 'enter' | 'back'): Place | undefined {
  const here = shape[table]
  if (here === undefined) return undefined
  switch (move) {
    case 'up':
    case 'back':
      return row > 0 ? { table, row: row - 1, column } : undefined
    case 'down':
      return row + 1 < here.rows ? { table, row: row + 1, column } : undefined
    case 'left':
      return column > 0 ? { table, row, column: column - 1 } : undefined
    case 'right':
      return column + 1 < here.columns.length ? { table, row, column: column + 1 } : undefined
    case 'enter':
      return row + 1 < here.rows ? { table, row: row + 1, column } : onwards(shape, { table, column })
    default:
      return move satisfies never
  }
}

function onwards(shape: Shape, { table, column }: Omit<Place, 'row'>): Place | undefined {
  const sort = shape[table]?.columns[column]
  const places = shape.flatMap(({ rows, columns }, at) =>
    rows === 0 ? [] : columns.flatMap((each, index) => (each === sort ? [{ table: at, row: 0, column: index }] : [])),
  )
  return places.find((place) => place.table > table || (place.table === table && place.column > column))
}
