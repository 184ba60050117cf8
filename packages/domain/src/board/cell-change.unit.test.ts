import type { Status } from '@lianxi/schema/status-vocabulary'
import { describe, expect, it } from 'vitest'
import { cellChanges, type ComparedCell } from './cell-change'

type Stood = ComparedCell & { status: Status | null }
const EMPTY: Stood = {
  ...{ state: 'pending', confirmed: false, status: null, report: null, figures: '' },
}
const cell = (change: Partial<Stood>): Stood => ({ ...EMPTY, ...change })
const first = cell({ state: 'reported', report: 'e1', figures: '160.5' })

describe('what changed of a filing', () => {
  it.each<[string, Stood | null, Stood | null, string[]]>([
    ['nothing', first, first, []],
    ['a period opened', null, EMPTY, []],
    ['a report came', EMPTY, first, ['reported']],
    ['a report came for what nobody had to report', null, cell({ ...first, state: 'waiting' }), ['reported']],
    ['it fell due', EMPTY, cell({ state: 'overdue' }), ['overdue']],
    ['it came late', cell({ state: 'overdue' }), first, ['reported']],
    ['the figure was corrected', first, cell({ ...first, report: 'e2', figures: '161' }), ['corrected', 'figure']],
    ['only words were corrected', first, cell({ ...first, report: 'e2' }), ['corrected']],
    ['it was returned', first, cell({ ...first, state: 'returned' }), ['returned']],
    ['it was reported and returned in between', EMPTY, cell({ ...first, state: 'returned' }), ['reported', 'returned']],
    [
      'it was returned again',
      cell({ ...first, state: 'returned' }),
      cell({ ...first, report: 'e2', state: 'returned' }),
      ['corrected', 'returned'],
    ],
    ['it was confirmed', first, cell({ ...first, confirmed: true }), ['confirmed']],
    [
      'a correction of what was confirmed was confirmed',
      cell({ ...first, confirmed: true }),
      cell({ ...first, report: 'e2', confirmed: true }),
      ['corrected', 'confirmed'],
    ],
    ['nobody asks for it any more', first, null, []],
    ['its status got worse', cell({ ...first, status: 'on-track' }), cell({ ...first, status: 'behind' }), ['worse']],
    ['its status got better', cell({ ...first, status: 'breached' }), cell({ ...first, status: 'met' }), ['better']],
    ['it was judged for the first time', first, cell({ ...first, status: 'behind' }), []],
    [
      'nothing can be said any more',
      cell({ ...first, status: 'ahead' }),
      cell({ ...first, status: 'undeterminable' }),
      [],
    ],
  ])('%s', (_what, before, after, kinds) => {
    expect(cellChanges(before, after, before?.status ?? null)).toEqual(kinds)
  })

  it.each<[string, Stood | null]>([
    ['asked already', EMPTY],
    ['not open yet', null],
  ])('a first status is worse than that of the period before, of a cell %s', (_how, before) => {
    expect(cellChanges(before, cell({ ...first, status: 'behind' }), 'on-track')).toEqual(['worse', 'reported'])
  })
})
