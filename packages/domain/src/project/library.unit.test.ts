import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadersOf } from './groups'
import { evolveLibrary, type LibraryEntry, type LibraryEvent } from './library'
import { findContradiction, rollingPlace, type Timing } from './rolling'

const said = { decidedOn: '2025-10-12', decidedBy: '赵明远' }
const papers = { document: null, note: null, decidedBy: '何志强' }
const fold = (...events: LibraryEvent[]) =>
  events.reduce<LibraryEntry | undefined>(
    (entry, event, at) => evolveLibrary(entry, { ...event, eventId: `e${at + 1}`, body: 'Z-PX-LXB' }),
    undefined,
  )
const merged = (into: string): LibraryEvent => ({
  type: 'lianxi.project.merged.v1',
  data: { code: 'A-1', into, reason: '同一机场', basis: null, ...said },
})
const separated = (from: string): LibraryEvent => ({
  type: 'lianxi.project.separated.v1',
  data: { code: 'A-1', from, reason: '两个机场', ...said },
})
const advanced = (rung: 'preliminary' | 'under-construction' | 'completed', on: string): LibraryEvent => ({
  type: 'lianxi.project.advanced.v1',
  data: { ...papers, code: 'A-1', rung, previous: null, on, reason: '缘由' },
})

describe('what the library knows of a listing', () => {
  it('merged and separated gives everything back', () => {
    const before = fold(advanced('preliminary', '2025-01-02'))
    const after = fold(advanced('preliminary', '2025-01-02'), merged('B-1'), separated('B-1'))
    expect({ ...after, eventId: '' }).toEqual({ ...before, eventId: '' })
    expect(fold(merged('B-1'))?.merged).toMatchObject({
      into: 'B-1',
      reason: '同一机场',
      by: '赵明远',
      body: 'Z-PX-LXB',
    })
  })

  it('a separation from another project than it is merged into has no effect', () =>
    expect(fold(merged('B-1'), merged('C-1'), separated('B-1'))?.merged?.into).toBe('C-1'))

  it('going back forgets the rungs above and keeps those below', () => {
    const entry = fold(
      advanced('preliminary', '2024-01-02'),
      advanced('under-construction', '2025-02-03'),
      advanced('preliminary', '2025-03-04'),
    )
    expect(entry?.reached).toEqual({ preliminary: '2025-03-04' })
    expect(entry?.rung).toMatchObject({ rung: 'preliminary', on: '2025-03-04', by: '何志强' })
  })

  it('the last word on a step or a gate counts, each step for itself', () => {
    const step = (name: 'land' | 'funds', state: 'started' | 'done'): LibraryEvent => ({
      type: 'lianxi.project.step-recorded.v1',
      data: { ...papers, code: 'A-1', step: name, state, on: '2025-05-06' },
    })
    const entry = fold(step('land', 'started'), step('funds', 'started'), step('land', 'done'))
    expect(entry?.steps).toMatchObject({ land: { state: 'done' }, funds: { state: 'started' } })
    expect(entry?.eventId).toBe('e3')
  })
})

describe('which listing leads', () => {
  it('follows a chain', () => expect(leadersOf(new Map([['A', 'B'], ['B', 'C']]))('A')).toBe('C')) // prettier-ignore

  it('ends in any graph, and everybody of a cycle has the same leader', () => {
    const code = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { maxLength: 8 }), (pairs) => {
        const merges = new Map(pairs.filter(([from, into]) => from !== into))
        const leaderOf = leadersOf(merges)
        for (const [from, into] of merges) expect(leaderOf(from)).toBe(leaderOf(into))
      }),
    )
  })
})

const timing = (change: Partial<Timing> = {}): Timing => ({
  ...{ rung: null, reached: {}, startIn: null, completeIn: null, ...change },
})

describe('the four views of a year', () => {
  it.each([
    ['completed this year', { rung: 'completed', reached: { completed: '2026-05-01' } }, 'completing', 'recorded'],
    ['completed last year', { rung: 'completed', reached: { completed: '2025-05-01' } }, undefined, undefined],
    ['completed, nobody said when', { rung: 'completed' }, undefined, undefined],
    ['to be completed this year', { rung: 'under-construction', completeIn: '2026-12' }, 'completing', 'planned'],
    [
      'started this year',
      { rung: 'under-construction', reached: { 'under-construction': '2026-02-01' } },
      'starting',
      'recorded',
    ],
    [
      'started before',
      { rung: 'under-construction', reached: { 'under-construction': '2024-02-01' } },
      'continuing',
      'recorded',
    ],
    ['under construction, no date', { rung: 'under-construction' }, 'continuing', 'rung'],
    ['to be started this year', { rung: 'to-start', startIn: '2026-06' }, 'starting', 'planned'],
    ['to be started later', { rung: 'to-start', startIn: '2027-06' }, 'reserve', 'planned'],
    ['should have started, did not', { rung: 'preliminary', startIn: '2024' }, 'reserve', 'rung'],
    ['the plan alone says it runs', { startIn: '2024', completeIn: '2028' }, 'continuing', 'planned'],
    ['the plan alone says it is over', { startIn: '2023', completeIn: '2023' }, undefined, undefined],
    ['in reserve', { rung: 'reserve' }, 'reserve', 'rung'],
    ['nothing known', {}, undefined, undefined],
  ] as const)('%s', (_, known, view, basis) => {
    const place = rollingPlace(timing(known), 2026)
    expect([place?.view, place?.basis]).toEqual([view, basis])
  })

  it('a project that is recorded from start to completion is in one view a year, in order', () => {
    const built = timing({
      rung: 'completed',
      reached: { 'under-construction': '2024-03-01', completed: '2026-09-01' },
    })
    expect([2023, 2024, 2025, 2026, 2027].map((year) => rollingPlace(built, year)?.view)).toEqual([
      ...['reserve', 'starting', 'continuing', 'completing', undefined],
    ])
  })
})

describe('library and reports', () => {
  it('disagree when a report is ahead', () =>
    expect(findContradiction('reserve', ['under-construction'])).toBe('填报为“在建”，储备库仍为“储备”'))
  it('disagree when building has begun and a report is behind', () =>
    expect(findContradiction('completed', ['under-construction'])).toBe('储备库已为“建成”，填报仍为“在建”'))
  it('agree that a standstill is building', () =>
    expect(findContradiction('under-construction', ['suspended'])).toBeUndefined())
  it('do not disagree when one says nothing', () => {
    expect(findContradiction(null, ['completed'])).toBeUndefined()
    expect(findContradiction('completed', [])).toBeUndefined()
  })
})
