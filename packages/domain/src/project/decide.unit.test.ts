import type { LibraryDeed } from '@lianxi/schema/commands/library'
import { EVENTS } from '@lianxi/schema/events/registry'
import { describe, expect, it } from 'vitest'
import { decideLibrary, type KnownListing, type LibraryContext } from './decide'
import { evolveLibrary, type LibraryEntry, type LibraryEvent } from './library'

const TODAY = '2025-10-12'
const listing = (code: string, change: Partial<KnownListing> = {}): [string, KnownListing] => [
  code,
  { code, kind: 'project', parent: null, entry: undefined, regions: ['510403'], regionUnknown: false, ...change },
]
const entryOf = (event: LibraryEvent): LibraryEntry =>
  evolveLibrary(undefined, { ...event, eventId: '01999d11-9800-7012-8a3e-5f0c9d210012', body: 'Z-PX-LXB' })
const standing = (rung: 'reserve' | 'to-start' | 'completed', on = '2025-06-01') =>
  entryOf({
    type: 'lianxi.project.advanced.v1',
    data: { code: 'A-1', rung, previous: null, on, document: null, note: null, reason: null, decidedBy: '何志强' },
  })

const LISTINGS = [
  listing('A-1'),
  listing('B-1'),
  listing('C-1', { parent: 'A-1' }),
  listing('E-1', { regions: ['513401'] }),
  listing('Z-1', { regions: ['Z-PX'] }),
  listing('U-1', { regions: ['Z-PX'], regionUnknown: true }),
  listing('T-1', { kind: 'target' }),
]
function decide(deed: LibraryDeed, change: Partial<LibraryContext> & { entry?: LibraryEntry } = {}) {
  const { entry, ...rest } = change
  const listings = new Map(LISTINGS)
  const known = listings.get(deed.code)
  if (known !== undefined && entry !== undefined) listings.set(deed.code, { ...known, entry })
  const elsewhere = new Set(['Z-CN CN-145-P253'])
  const context = {
    elsewhere,
    keeper: { secretariat: true, regions: [] },
    merged: new Map(),
    by: '赵明远',
    today: TODAY,
  }
  const decision = decideLibrary(deed, { listings, ...context, ...rest })
  if (!decision.ok) return decision.refusal.code
  expect(EVENTS[decision.publish.type].schema.parse(decision.publish.data)).toEqual(decision.publish.data)
  return decision.publish
}
const merge = (code: string, into: string): LibraryDeed => ({
  type: 'merge',
  code,
  into,
  reason: '同一机场',
  basis: '',
})
const separate = (code: string, from: string): LibraryDeed => ({ type: 'separate', code, from, reason: '两个机场' })
const apart = (code: string, other: string): LibraryDeed => ({ type: 'keep-apart', code, other, reason: '两条铁路' })
type Advance = Extract<LibraryDeed, { type: 'advance' }>
const advance = (rung: Advance['rung'], change: Partial<Advance> = {}): LibraryDeed => ({
  ...{ type: 'advance', code: 'A-1', rung, on: '2025-10-01', document: '', note: '', reason: '', ...change },
})
const coordinator = (...regions: string[]) => ({ keeper: { secretariat: false, regions } })

describe('merging', () => {
  it('is told with who, when and why', () =>
    expect(decide(merge('B-1', 'A-1'))).toEqual({
      type: 'lianxi.project.merged.v1',
      data: { code: 'B-1', into: 'A-1', reason: '同一机场', basis: null, decidedOn: TODAY, decidedBy: '赵明远' },
    }))
  it.each([
    ['with itself', merge('A-1', 'A-1'), {}, 'merge-self'],
    ['what is one already, the other way round', merge('A-1', 'B-1'), { 'B-1': 'A-1' }, 'merge-already'],
    ['in a circle of three', merge('A-1', 'B-1'), { 'B-1': 'E-1', 'E-1': 'A-1' }, 'merge-already'],
    ['what is part of another', merge('B-1', 'A-1'), { 'B-1': 'E-1' }, 'merge-elsewhere'],
    ['into a part of another', merge('B-1', 'A-1'), { 'A-1': 'E-1' }, 'merge-into-merged'],
    ['a project and its child', merge('C-1', 'A-1'), {}, 'merge-parent'],
    ['a project and a target', merge('B-1', 'T-1'), {}, 'project-kind'],
    ['a target and a project', merge('T-1', 'B-1'), {}, 'project-kind'],
    ['with an unknown one', merge('B-1', 'X-9'), {}, 'project-unknown'],
  ])('is refused %s', (_, deed, merges, code) =>
    expect(decide(deed, { merged: new Map(Object.entries<string>(merges)) })).toBe(code),
  )
  it('of two is for whoever keeps both', () => {
    expect(decide(merge('B-1', 'A-1'), coordinator('510400'))).toMatchObject({ type: 'lianxi.project.merged.v1' })
    expect(decide(merge('B-1', 'E-1'), coordinator('510403'))).toBe('project-elsewhere')
    expect(decide(merge('B-1', 'E-1'), coordinator('510403', '513400'))).toMatchObject({ data: { into: 'E-1' } })
  })
})

describe('separating and keeping apart', () => {
  it('separates what is merged there, and only that', () => {
    const merged = new Map([['B-1', 'A-1']])
    expect(decide(separate('B-1', 'A-1'), { merged })).toMatchObject({ type: 'lianxi.project.separated.v1' })
    expect(decide(separate('B-1', 'E-1'), { merged })).toBe('merge-not')
    expect(decide(separate('B-1', 'A-1'))).toBe('merge-not')
  })
  it('tells two apart under the first of both codes, once', () => {
    const told = decide(apart('B-1', 'A-1'))
    expect(told).toMatchObject({ type: 'lianxi.project.kept-apart.v1', data: { code: 'A-1', other: 'B-1' } })
    if (typeof told === 'string') throw new Error(told)
    expect(decide(apart('A-1', 'B-1'), { entry: entryOf(told) })).toBe('apart-already')
    expect(decide(apart('B-1', 'A-1'), { merged: new Map([['B-1', 'A-1']]) })).toBe('merge-already')
  })
})

describe('a listing of another zone', () => {
  const found = (finding: 'same' | 'different' | 'withdrawn', change = {}): LibraryDeed => ({
    ...{ type: 'find-elsewhere', code: 'A-1', otherZone: 'Z-CN', other: 'CN-145-P253', finding, reason: '同一高速' },
    ...change,
  })
  const said = (finding: 'same' | 'different' | 'withdrawn') => {
    const told = decide(found(finding), finding === 'withdrawn' ? { entry: said('same') } : {})
    if (typeof told === 'string') throw new Error(told)
    return entryOf(told)
  }
  it('is found to be the same on the own listing alone', () =>
    expect(decide(found('same'))).toEqual({
      type: 'lianxi.project.found-elsewhere.v1',
      data: {
        ...{ code: 'A-1', otherZone: 'Z-CN', other: 'CN-145-P253', finding: 'same', reason: '同一高速' },
        ...{ decidedOn: TODAY, decidedBy: '赵明远' },
      },
    }))
  it('may be found otherwise later, and unsaid', () => {
    expect(decide(found('different'), { entry: said('same') })).toMatchObject({ data: { finding: 'different' } })
    expect(decide(found('withdrawn'), { entry: said('same'), elsewhere: new Set() })).toMatchObject({
      data: { finding: 'withdrawn' },
    })
  })
  it.each([
    ['an unknown or unseen one', found('same', { other: 'CN-145-P999' }), {}, 'elsewhere-unknown'],
    ['the same word twice', found('same'), { entry: said('same') }, 'elsewhere-same'],
    ['nothing taken back', found('withdrawn'), {}, 'elsewhere-same'],
    ['taken back twice', found('withdrawn'), { entry: said('withdrawn') }, 'elsewhere-same'],
    ['another region’s coordinator', found('same'), coordinator('513400'), 'project-elsewhere'],
  ])('refuses %s', (_, deed, change, code) => expect(decide(deed, change)).toBe(code))
})

describe('the ladder', () => {
  it('goes up, from nothing or from a rung, and may skip', () => {
    expect(decide(advance('to-start'))).toMatchObject({ data: { previous: null, reason: null, document: null } })
    expect(
      decide(advance('under-construction', { document: '攀发改〔2025〕8号' }), { entry: standing('reserve') }),
    ).toMatchObject({ data: { previous: 'reserve', document: '攀发改〔2025〕8号' } })
  })
  it('goes back with a reason only', () => {
    expect(decide(advance('reserve'), { entry: standing('to-start') })).toBe('rung-back-reason')
    expect(decide(advance('reserve', { reason: '资金未落实' }), { entry: standing('to-start') })).toMatchObject({
      data: { previous: 'to-start', reason: '资金未落实' },
    })
  })
  it.each([
    ['the same rung', advance('to-start'), 'rung-same'],
    ['tomorrow', advance('completed', { on: '2025-10-13' }), 'day-in-future'],
    ['before the rung it stands on', advance('completed', { on: '2025-05-31' }), 'rung-date'],
  ])('refuses %s', (_, deed, code) => expect(decide(deed, { entry: standing('to-start') })).toBe(code))
  it('is kept on the leading listing', () =>
    expect(decide(advance('completed'), { merged: new Map([['A-1', 'B-1']]) })).toBe('project-merged'))
  it('后评价 follows completion', () => {
    const deed: LibraryDeed = {
      ...{ type: 'record-gate', code: 'A-1', gate: 'evaluation', outcome: 'passed', on: TODAY, document: '', note: '' },
    }
    expect(decide(deed, { entry: standing('to-start') })).toBe('gate-early')
    expect(decide(deed, { entry: standing('completed') })).toMatchObject({ type: 'lianxi.project.gate-recorded.v1' })
  })
  it('plans no completion before the start', () => {
    const deed = { type: 'schedule' as const, code: 'A-1', startIn: '2026-06', completeIn: '2026-05', note: '' }
    expect(decide(deed)).toBe('schedule-order')
    expect(decide({ ...deed, startIn: '' })).toMatchObject({ data: { startIn: null, completeIn: '2026-05' } })
  })
})

describe('who keeps the library', () => {
  it.each([
    ['the district’s coordinator', 'A-1', '510403', true],
    ['the city’s coordinator', 'A-1', '510400', true],
    ['another district’s', 'A-1', '510402', false],
    ['凉山’s for one of its counties', 'E-1', '513400', true],
    ['anybody’s for a project of the whole zone', 'Z-1', '510403', true],
    ['nobody’s where the plan names no place', 'U-1', '510400', false],
  ])('%s', (_, code, region, may) => {
    const told = decide(advance('reserve', { code }), coordinator(region))
    expect(told === 'project-elsewhere').toBe(!may)
  })
})
