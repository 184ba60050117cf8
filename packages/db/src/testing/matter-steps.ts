import fc from 'fast-check'

export const PERIODS = ['2025Q2', '2025Q3'] as const
export type Period = (typeof PERIODS)[number]
export const PROJECT = 'PX-145-P001'
export const TARGET = 'XQ-145-T001'
export const PLACES = [
  [TARGET, '510403'],
  [PROJECT, '510400'],
  [PROJECT, '513400'],
] as const

/** A report with what it leaves open; of a target only the problem counts. */
const report = fc.record({
  ...{ type: fc.constant('report' as const), place: fc.constantFrom(...PLACES), period: fc.constantFrom(...PERIODS) },
  ...{ nil: fc.constantFrom(false, false, true), problems: fc.constantFrom('', '', '资金不足', '汛期停工') },
  matters: fc.array(
    fc.record({ kind: fc.constantFrom('land' as const, 'funds' as const), text: fc.constantFrom('甲', '乙') }),
    { maxLength: 2 },
  ),
  stage: fc.constantFrom('to-start' as const, 'under-construction' as const),
  progress: fc.constantFrom('10', '15', '60'),
})
export type Report = typeof report extends fc.Arbitrary<infer Value> ? Value : never
/** What people do of which something is open, or is so no more. */
export const step = fc.oneof(
  { weight: 6, arbitrary: report },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('return' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.constantFrom({ type: 'settle' as const }, { type: 'object' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'answer' as const }, { type: 'take-back' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('handover' as const), due: fc.constantFrom('2025-10-11', '2025-10-31') }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'reach' as const }) },
)
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
