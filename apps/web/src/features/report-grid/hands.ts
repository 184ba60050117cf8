import { blockOf } from './clipboard'
import type { ColumnSort } from './columns'
import { type Caret, type GridKey, keyOf, type Move, type Place, stepOf } from './moves'
import { type LeftOver, placeBlock } from './place-block'
import { cellAt, type CellPlace, type GridTable, isCell, placeOf, shapeOf } from './tables'
import type { CellChange, GridActions } from './use-grid'

export type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type InCell = CellPlace & {
  sort: ColumnSort
  /** Something was typed since the cell was entered. */
  typed: boolean
  clear: () => void
  type: (text: string) => void
}
export type InGrid = { tables: readonly GridTable[]; actions: GridActions; send: (deed: 'save' | 'submit') => void }

/** What the page shows of it: where the cursor is, which cells were left, what had no place. */
export type Shown = {
  focus: (place: CellPlace | undefined) => void
  touch: (cells: readonly CellPlace[]) => void
  left: (left: LeftOver[]) => void
  box: () => HTMLElement | null
  afterPress: (act: () => void) => void
}

/** Keys, pastes and the cursor in the grid. One for the page's life. */
export class Hands {
  private grid: InGrid | undefined
  /** Text of the cell when it was entered: Esc gives it back, leaving makes a step of the change. */
  private before = ''

  constructor(private readonly shown: Shown) {}

  /** What stands on the page now. */
  hold(grid: InGrid) {
    this.grid = grid
  }

  /** The cursor waits in the first cell, where there is a keyboard; a phone's would cover half of the page. */
  begin() {
    const first = this.land({ table: 0, row: 0, column: 0 }, 'enter')
    if (window.matchMedia('(hover: hover) and (min-width: 721px)').matches) this.go(first)
  }

  readonly type = (change: CellChange) => this.grid?.actions.type(change)

  readonly enter = (cell: CellPlace) => {
    this.before = this.textOf(cell)
    this.shown.afterPress(() => this.shown.focus(plain(cell)))
  }

  readonly leave = (cell: CellPlace) => {
    this.settle(cell)
    this.shown.afterPress(() => {
      this.shown.touch([plain(cell)])
      this.shown.focus(undefined)
    })
  }

  readonly press = (event: React.KeyboardEvent<Input>, cell: InCell) => {
    if (event.nativeEvent.isComposing) return
    const input = event.currentTarget
    const { key, shiftKey: shift, altKey: alt } = event
    const meaning = keyOf({ key, shift, alt, ctrl: event.ctrlKey || event.metaKey }, caretOf(input, cell))
    // What was typed in this cell since it was entered is the browser's to take back, letter by letter.
    if (meaning === undefined || ((meaning === 'undo' || meaning === 'redo') && cell.typed)) return
    event.preventDefault()
    this.act(meaning, cell, input)
  }

  /** In a reason: Enter goes on to the next thing that is wanted. */
  readonly pressReason = (event: React.KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget: here, key } = event
    if (key !== 'Enter' || event.nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) return this.grid?.send(event.shiftKey ? 'submit' : 'save')
    const wanted = [...(this.shown.box()?.querySelectorAll<HTMLElement>(WANTED) ?? [])]
    const next = wanted.find((one) => isAfter(here, one)) ?? wanted.find((one) => one !== target)
    next?.focus()
  }

  /** True where a block was pasted; a plain text is the browser's. */
  readonly paste = (event: React.ClipboardEvent<Input>, cell: CellPlace & { sort: ColumnSort }): boolean => {
    const block = blockOf(event.clipboardData, cell.sort)
    const table = this.grid?.tables.find(({ rows }) => rows.some(({ id }) => id === cell.id))
    if (block === undefined || table === undefined) return false
    event.preventDefault()
    this.settle(cell)
    const at = {
      row: table.rows.findIndex(({ id }) => id === cell.id),
      column: table.columns.findIndex(({ field }) => field === cell.field),
    }
    const rows = table.rows.map(({ id, name, locked }) => ({ row: id, name, locked }))
    const { placed, left } = placeBlock(block, at, { rows, columns: table.columns.length })
    this.fill(placed.map(({ row, column, text }) => ({ id: row, field: table.columns[column]?.field ?? '', text })))
    this.shown.left(left)
    this.before = this.textOf(cell)
    return true
  }

  private act(key: GridKey, cell: InCell, input: Input) {
    switch (key) {
      case 'newline':
        return breakLine(input, cell.type)
      case 'cancel':
        this.type({ ...plain(cell), text: this.before })
        return cell.clear()
      case 'save':
      case 'submit':
        this.settle(cell)
        cell.clear()
        return this.grid?.send(key)
      case 'undo':
      case 'redo':
        this.grid?.actions[key]()
        this.before = this.textOf(cell)
        return
      case 'repeat':
        return this.repeat(cell)
      case 'up':
      case 'down':
      case 'left':
      case 'right':
      case 'enter':
      case 'back':
        return this.go(this.find(cell, key))
      default:
        return key satisfies never
    }
  }

  /** The cell above once more. */
  private repeat(cell: InCell) {
    const above = this.find(cell, 'up')
    if (above === undefined) return
    this.fill([{ ...plain(cell), text: this.textOf(above) }])
    this.before = this.textOf(cell)
    cell.clear()
  }

  private find(from: CellPlace, by: Move | 'enter' | 'back'): CellPlace | undefined {
    const tables = this.grid?.tables ?? []
    const at = placeOf(tables, from)
    return this.land(at && stepOf(shapeOf(tables), at, by), by)
  }

  /** The cell at a place, or the next one beyond it where its row is not asked for the column. */
  private land(place: Place | undefined, by: Move | 'enter' | 'back'): CellPlace | undefined {
    const tables = this.grid?.tables ?? []
    let at = place
    while (at !== undefined && !isCell(tables, at)) at = stepOf(shapeOf(tables), at, by)
    return at && cellAt(tables, at)
  }

  private go(to: CellPlace | undefined) {
    const input = to === undefined ? null : findCell(this.shown.box(), to)
    input?.focus()
    if (input !== null && 'select' in input) input.select()
  }

  private fill(changes: CellChange[]) {
    this.grid?.actions.fill(changes)
    this.shown.touch(changes)
  }

  private settle(cell: CellPlace) {
    this.grid?.actions.leave({ ...plain(cell), before: this.before })
    this.before = this.textOf(cell)
  }

  private textOf({ id, field }: CellPlace): string {
    return this.grid?.actions.textOf(id, field) ?? ''
  }
}

const WANTED = '[aria-invalid="true"]'
const isAfter = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !one.contains(other)

/** Puts the cursor where something is wanted, after the page has drawn it. */
export function showWanted(box: HTMLElement | null) {
  requestAnimationFrame(() => box?.querySelector<HTMLElement>(WANTED)?.focus())
}

const plain = ({ id, field }: CellPlace): CellPlace => ({ id, field })

const findCell = (box: HTMLElement | null, { id, field }: CellPlace): Input | null =>
  box?.querySelector<Input>(`[data-row="${CSS.escape(id)}"][data-field="${CSS.escape(field)}"]`) ?? null

function breakLine(input: Input, type: (text: string) => void) {
  if (!(input instanceof HTMLTextAreaElement)) return
  input.setRangeText('\n', input.selectionStart, input.selectionEnd, 'end')
  type(input.value)
}

function caretOf(input: Input, { sort, typed }: InCell): Caret {
  const text = input.value
  if (sort === 'choice' || sort === 'mark' || input instanceof HTMLSelectElement) {
    return { sort, text, start: 0, end: 0, untouched: true }
  }
  const start = input.selectionStart ?? 0
  const end = input.selectionEnd ?? text.length
  return { sort, text, start, end, untouched: !typed && start === 0 && end === text.length }
}
