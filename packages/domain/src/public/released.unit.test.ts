import { filingState, planStatus, visibility } from '@lianxi/schema/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FigureFacts, isPublicItem, isReleased, type ItemFacts } from './released'

const day = fc.constantFrom('2025-09-30', '2025-10-01', '2025-10-20', '2025-10-21', '2026-01-01')
const seen = fc.constantFrom(...visibility.words)
const TODAY = '2025-10-20'

const items: fc.Arbitrary<ItemFacts> = fc.record({
  today: day,
  list: fc.option(fc.record({ adoptedOn: day }), { nil: undefined }),
  item: fc.record({ visibility: seen }),
  others: fc.array(seen, { maxLength: 2 }),
  subject: fc.option(fc.record({ visibility: seen }), { nil: undefined }),
  plan: fc.option(fc.record({ status: fc.constantFrom(...planStatus.words) }), { nil: undefined }),
  region: fc.option(fc.record({ reporting: fc.boolean() }), { nil: undefined }),
})
/** Everything that lets an item out, so that each single lock can be tried alone. */
const OPEN: ItemFacts = {
  ...{ today: TODAY, list: { adoptedOn: '2025-01-10' }, item: { visibility: 'public' }, others: ['public'] },
  ...{ subject: { visibility: 'public' }, plan: { status: 'issued' }, region: { reporting: true } },
}

describe('an item', () => {
  it('is public where all say so', () => expect(isPublicItem(OPEN)).toBe(true))

  it.each<[string, Partial<ItemFacts>]>([
    ['of a list nobody adopted', { list: undefined }],
    ['of a list adopted from tomorrow', { list: { adoptedOn: '2025-10-21' } }],
    ['工作内部 in its list', { item: { visibility: 'internal' } }],
    ['工作内部 in another list of the same region', { others: ['public', 'internal'] }],
    ['工作内部 in its plan', { subject: { visibility: 'internal' } }],
    ['of a plan that is 征求意见稿', { plan: { status: 'draft' } }],
    ['of an unknown plan', { plan: undefined }],
    ['that no plan lists', { subject: undefined }],
    ['of a region that does not report', { region: { reporting: false } }],
    ['of an unknown region', { region: undefined }],
  ])('%s is not', (_, change) => expect(isPublicItem({ ...OPEN, ...change })).toBe(false))

  it('never comes out unless adopted, public everywhere and of an issued plan', () =>
    fc.assert(
      fc.property(items, (facts) => {
        if (!isPublicItem(facts)) return
        expect(facts.list && facts.list.adoptedOn <= facts.today).toBe(true)
        expect([facts.plan?.status, facts.region?.reporting]).toEqual(['issued', true])
        expect([facts.item.visibility, facts.subject?.visibility, ...facts.others]).not.toContain('internal')
        expect(facts.subject).toBeDefined()
      }),
    ))

  it('is not made public by one more voice that says 工作内部', () =>
    fc.assert(
      fc.property(items, (facts) => {
        expect(isPublicItem({ ...facts, others: [...facts.others, 'internal'] })).toBe(false)
      }),
    ))
})

const figures: fc.Arbitrary<FigureFacts> = fc.record({
  today: day,
  period: fc.constantFrom('2025Q3', '2025-09', '2025H1', '2025'),
  fellDue: fc.boolean(),
  releases: fc.array(fc.record({ releaseAfterDays: fc.integer({ min: 0, max: 400 }) }), { maxLength: 2 }),
  needsConfirmation: fc.boolean(),
  cell: fc.record({
    ...{ nil: fc.boolean(), confirmed: fc.boolean(), conflict: fc.boolean() },
    ...{ state: fc.constantFrom(...filingState.words), objections: fc.array(fc.string(), { maxLength: 1 }) },
  }),
})
const CELL: FigureFacts['cell'] = { state: 'reported', nil: false, confirmed: true, conflict: false, objections: [] }
const OUT: FigureFacts = {
  ...{ today: TODAY, period: '2025Q3', fellDue: true, needsConfirmation: true, cell: CELL },
  releases: [{ releaseAfterDays: 19 }],
}

describe('a figure', () => {
  it('is released on the day after its statistics are', () => expect(isReleased(OUT)).toBe(true))
  it('needs no day where no office has one', () => expect(isReleased({ ...OUT, releases: [{}] })).toBe(true))
  it('needs no confirmation where the mechanism has no such step', () =>
    expect(isReleased({ ...OUT, needsConfirmation: false, cell: { ...CELL, confirmed: false } })).toBe(true))

  it.each<[string, Partial<FigureFacts>]>([
    ['on its release day', { releases: [{ releaseAfterDays: 20 }] }],
    ['before the day of the indicator it counts as', { releases: [{ releaseAfterDays: 0 }, { releaseAfterDays: 25 }] }],
    ['before its period fell due', { fellDue: false }],
    ['returned', { cell: { ...CELL, state: 'returned' } }],
    ['of no duty', { cell: { ...CELL, state: 'waiting' } }],
    ['not reported', { cell: { ...CELL, state: 'overdue' } }],
    ['without change', { cell: { ...CELL, nil: true } }],
    ['said twice over', { cell: { ...CELL, conflict: true } }],
    ['with an error in it', { cell: { ...CELL, objections: ['year-to-date-falls'] } }],
    ['not confirmed by the parent region', { cell: { ...CELL, confirmed: false } }],
  ])('%s is not', (_, change) => expect(isReleased({ ...OUT, ...change })).toBe(false))

  it('never comes out unless approved, undisputed and past its day', () =>
    fc.assert(
      fc.property(figures, (facts) => {
        if (!isReleased(facts)) return
        expect(facts.cell).toMatchObject({ state: 'reported', nil: false, conflict: false, objections: [] })
        expect(facts.cell.confirmed || !facts.needsConfirmation).toBe(true)
        expect(facts.fellDue).toBe(true)
        for (const { releaseAfterDays = 0 } of facts.releases) {
          const end =
            { '2025Q3': '2025-09-30', '2025-09': '2025-09-30', '2025H1': '2025-06-30' }[facts.period] ?? '2025-12-31'
          const days = (Date.parse(facts.today) - Date.parse(end)) / 86_400_000
          expect(days).toBeGreaterThan(releaseAfterDays)
        }
      }),
    ))

  it('stays out: what was released today is released on every later day', () =>
    fc.assert(
      fc.property(figures, (facts) => {
        if (isReleased(facts)) expect(isReleased({ ...facts, today: '2027-12-31' })).toBe(true)
      }),
    ))
})
