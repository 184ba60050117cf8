import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnSort } from './columns'
import { type Caret, keyOf, type Move, type Place, type Pressed, type Shape, stepOf } from './moves'

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ key, ctrl: false, shift: false, alt: false },
  ...more,
})
const caret = (more: Partial<Caret> = {}): Caret => ({
  ...{ sort: 'words', text: '主体封顶', start: 2, end: 2, untouched: false },
  ...more,
})

describe('a key in a cell', () => {
  it.each<[Partial<Pressed> & { key: string }, string | undefined]>([
    [{ key: 'Enter' }, 'enter'],
    [{ key: 'Enter', shift: true }, 'back'],
    [{ key: 'Enter', alt: true }, 'newline'],
    [{ key: 'Enter', ctrl: true }, 'save'],
    [{ key: 'Enter', ctrl: true, shift: true }, 'submit'],
    [{ key: 'Escape' }, 'cancel'],
    [{ key: 'z', ctrl: true }, 'undo'],
    [{ key: 'Z', ctrl: true, shift: true }, 'redo'],
    [{ key: 'y', ctrl: true }, 'redo'],
    [{ key: 'd', ctrl: true }, 'repeat'],
    [{ key: 'Tab' }, undefined],
    [{ key: 'a', ctrl: true }, undefined],
    [{ key: 'ArrowLeft', shift: true }, undefined],
    [{ key: 'ArrowDown', alt: true }, undefined],
  ])('%o is %s', (pressed, meaning) => expect(keyOf(press(pressed.key, pressed), caret())).toBe(meaning))

  it('moves by arrows only where the caret cannot', () => {
    expect(keyOf(press('ArrowLeft'), caret())).toBeUndefined()
    expect(keyOf(press('ArrowRight'), caret())).toBeUndefined()
    expect(keyOf(press('ArrowLeft'), caret({ start: 0, end: 0 }))).toBe('left')
    expect(keyOf(press('ArrowLeft'), caret({ start: 0, end: 4 })), 'a selection first closes').toBeUndefined()
    expect(keyOf(press('ArrowRight'), caret({ start: 4, end: 4 }))).toBe('right')
    expect(keyOf(press('ArrowUp'), caret())).toBe('up')
    const lines = { text: '一\n二\n三', start: 2, end: 2 }
    expect(keyOf(press('ArrowUp'), caret(lines)), 'a line above').toBeUndefined()
    expect(keyOf(press('ArrowDown'), caret(lines)), 'a line below').toBeUndefined()
    expect(keyOf(press('ArrowDown'), caret({ ...lines, start: 4, end: 4 }))).toBe('down')
    expect(keyOf(press('ArrowLeft'), caret({ untouched: true, start: 0, end: 4 }))).toBe('left')
  })

  it('leaves up and down to a list, and takes every arrow in a tick box', () => {
    expect(keyOf(press('ArrowDown'), caret({ sort: 'choice' }))).toBeUndefined()
    expect(keyOf(press('ArrowRight'), caret({ sort: 'choice' }))).toBe('right')
    expect(keyOf(press('ArrowDown'), caret({ sort: 'mark' }))).toBe('down')
  })
})

const SHAPE: Shape = [
  { rows: 3, columns: ['figure', 'words', 'words', 'mark'] },
  { rows: 0, columns: ['figure'] },
  { rows: 2, columns: ['choice', 'figure', 'figure', 'words'] },
]

describe('a move', () => {
  it('by Enter fills the figures of both tables from top to bottom, then stays', () => {
    const seen: string[] = []
    for (let at: Place | undefined = { table: 0, row: 0, column: 0 }; at !== undefined; at = stepOf(SHAPE, at, 'enter'))
      seen.push(`${at.table}${at.row}${at.column}`)
    expect(seen).toEqual(['000', '010', '020', '201', '211', '202', '212'])
  })

  const sorts = fc.array(fc.constantFrom<ColumnSort>('figure', 'words', 'choice', 'mark'), {
    minLength: 1,
    maxLength: 6,
  })
  const shapes = fc.array(fc.record({ rows: fc.nat(6), columns: sorts }), { minLength: 1, maxLength: 3 })
  const started = shapes
    .filter((shape) => shape.some(({ rows }) => rows > 0))
    .chain((shape) => {
      const places = shape.flatMap(({ rows, columns }, table) =>
        Array.from({ length: rows }, (_, row) => columns.map((_sort, column) => ({ table, row, column }))).flat(),
      )
      return fc.record({ shape: fc.constant(shape), at: fc.constantFrom(...places) })
    })
  const there = (shape: Shape, { table, row, column }: Place) =>
    row >= 0 && row < (shape[table]?.rows ?? 0) && column >= 0 && column < (shape[table]?.columns.length ?? 0)

  it('never leads outside, and its opposite leads back', () => {
    const opposite: Record<Move, Move> = { up: 'down', down: 'up', left: 'right', right: 'left' }
    fc.assert(
      fc.property(started, fc.constantFrom<Move>('up', 'down', 'left', 'right'), ({ shape, at }, move) => {
        const to = stepOf(shape, at, move)
        if (to === undefined) return
        expect(there(shape, to)).toBe(true)
        expect(stepOf(shape, to, opposite[move])).toEqual(at)
      }),
    )
  })

  it('by Enter meets every cell of its sort from there on once, and ends', () => {
    fc.assert(
      fc.property(started, ({ shape, at }) => {
        const seen: string[] = []
        const sort = shape[at.table]?.columns[at.column]
        for (let here: Place | undefined = at; here !== undefined; here = stepOf(shape, here, 'enter')) {
          expect(there(shape, here)).toBe(true)
          expect(shape[here.table]?.columns[here.column]).toBe(sort)
          seen.push(JSON.stringify(here))
        }
        expect(new Set(seen).size).toBe(seen.length)
        const later = shape.flatMap(({ rows, columns }, table) =>
          columns.flatMap((each, column) =>
            each !== sort || table < at.table || (table === at.table && column < at.column)
              ? []
              : Array.from({ length: rows }, (_, row) => row).filter(
                  (row) => table !== at.table || column !== at.column || row >= at.row,
                ),
          ),
        )
        expect(seen).toHaveLength(later.length)
      }),
    )
  })
})
