import type { Period } from '@lianxi/schema/period'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covers, objectionOf, overrideOf, type SaidObjection, type StandingOverride } from './said-of-status'

const PERIODS: Period[] = ['2025Q1', '2025Q2', '2025Q3', '2025Q4']
const REGIONS = ['510402', '510403'] as const
const idOf = (n: number): string => `01999d11-9800-7000-8000-${String(n).padStart(12, '0')}`

const override = (change: Partial<StandingOverride> = {}): StandingOverride => ({
  ...{ subject: 'XQ-145-T001', region: '510403', period: '2025Q3', onwards: false, status: 'on-track' },
  ...{ reason: '推迟发布', endsAt: null, report: null, by: 'Z-PX-LXB', person: '李明', on: '2025-10-16' },
  ...{ event: idOf(1), ...change },
})
const cell = (period: Period, eventId: string | null = null, region = '510403') => ({ period, region, eventId })

describe('an override', () => {
  it('until the next report holds while nothing else is reported where it applies', () => {
    const [shown] = [cell('2025Q3', idOf(9))]
    const standing = [override({ report: idOf(9) })]
    expect(overrideOf(shown, standing, [shown])?.status).toBe('on-track')
    expect(overrideOf(shown, standing, [shown, cell('2025Q4', idOf(10))])?.status).toBe('on-track')
    expect(overrideOf(shown, standing, [cell('2025Q3', idOf(11))])).toBeNull()
  })

  it('from a period onwards ends for all of them with the first report of a later one', () => {
    const standing = [override({ onwards: true, report: idOf(9) })]
    const cells = [cell('2025Q3', idOf(9)), cell('2025Q4')]
    expect(overrideOf(cell('2025Q4'), standing, cells)?.event).toBe(idOf(1))
    expect(overrideOf(cell('2025Q2'), standing, cells)).toBeNull()
    expect(overrideOf(cell('2025Q3'), standing, [cells[0] ?? cell('2025Q3'), cell('2025Q4', idOf(12))])).toBeNull()
  })

  it('with a day holds whatever is reported: its end is an event', () => {
    const standing = [override({ endsAt: '2025-12-31T16:00:00.000Z' })]
    expect(overrideOf(cell('2025Q3'), standing, [cell('2025Q3', idOf(11))])).not.toBeNull()
  })
})

const overrides = fc.array(
  fc
    .record({
      n: fc.integer({ min: 1, max: 99 }),
      period: fc.constantFrom(...PERIODS),
      region: fc.constantFrom(...REGIONS),
      onwards: fc.boolean(),
      dated: fc.boolean(),
    })
    .map(({ n, period, region, onwards, dated }) =>
      override({ event: idOf(n), period, region, onwards, endsAt: dated ? '2025-12-31T16:00:00.000Z' : null }),
    ),
  { maxLength: 6 },
)
const unlike = (some: StandingOverride[]) => new Map(some.map((one) => [one.event, one]))
const cells = fc.array(
  fc.record({
    period: fc.constantFrom(...PERIODS),
    region: fc.constantFrom(...REGIONS),
    eventId: fc.constantFrom(null, idOf(9)),
  }),
  { maxLength: 6 },
)

it('is one answer in whatever order overrides came, of a cell it covers, and the last one said', () => {
  fc.assert(
    fc.property(overrides, cells, fc.constantFrom(...PERIODS), fc.constantFrom(...REGIONS), (drawn, known, ...at) => {
      const all = [...unlike(drawn).values()]
      const [period, region] = at
      const found = overrideOf({ period, region }, all, known)
      expect(overrideOf({ period, region }, [...all].reverse(), [...known].reverse())).toEqual(found)
      if (found === null) return
      const chosen = all.find(({ event }) => event === found.event)
      expect(chosen && covers(chosen, { period, region })).toBe(true)
      const dated = all.filter((one) => one.endsAt !== null && covers(one, { period, region }))
      expect(dated.every(({ event }) => event <= found.event)).toBe(true)
    }),
  )
})

it('an objection speaks of one cell and one computed status or one override only', () => {
  const said: SaidObjection = {
    ...{ zone: 'Z-PX', subject: 'XQ-145-T001', region: '510403', period: '2025Q3', status: 'behind', text: '未含补报' },
    ...{ body: '510403-FGJ', objectedBy: '王芳', on: '2025-10-15', event: idOf(3), answer: null },
  }
  const here = { region: '510403', period: '2025Q3' }
  const behind = { computed: 'behind' as const, override: null }
  expect(objectionOf(here, behind, [said])?.text).toBe('未含补报')
  expect(objectionOf(here, { ...behind, computed: 'on-track' }, [said])).toBeNull()
  expect(objectionOf({ ...here, region: '510402' }, behind, [said])).toBeNull()
  expect(objectionOf({ ...here, period: '2025Q4' }, behind, [said])).toBeNull()

  const toOverride = { ...said, override: idOf(1), text: '与公报不符', event: idOf(4) }
  const under = { ...behind, override: { event: idOf(1) } }
  expect(objectionOf(here, under, [said, toOverride])).toMatchObject({ text: '与公报不符', override: idOf(1) })
  expect(objectionOf(here, { ...behind, override: { event: idOf(2) } }, [toOverride])).toBeNull()
  expect(objectionOf(here, behind, [toOverride])).toBeNull()
  const answer = { outcome: 'withdrawn' as const, reason: '属实', person: '李明', on: '2025-10-17' }
  expect(objectionOf(here, behind, [{ ...toOverride, answer }])?.answer).toEqual(answer)
  expect(objectionOf(here, behind, [{ ...toOverride, answer }, said])?.text).toBe('未含补报')
})
