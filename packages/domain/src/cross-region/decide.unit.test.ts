import { describe, expect, it } from 'vitest'
import type { CrossRegionDeed } from '@lianxi/schema/commands/cross-region'
import type { PartSaid } from '@lianxi/schema/events/cross-region'
import { type CrossRegionContext, decideCrossRegion, seenOfParts } from './decide'
import { handoverState } from './handover'

const P = 'PX-145-P001'
const said: PartSaid[] = ['510400', '513400'].map((region, at) => ({
  ...{ region, stage: at === 0 ? 'under-construction' : 'to-start', progressPercent: null },
  ...{ investedTotalWan: null, sharePercent: null, dates: [] },
}))
const first = { code: `${P}-J01`, seen: 'e1', dropped: false, reachedOn: null }
const context: CrossRegionContext = {
  ...{ subject: { code: P, isProject: true }, parts: { said, disagrees: ['stage'] }, handovers: [first] },
  ...{ regions: new Set(['510400', '513400']), underWay: false, by: 'Z-PX-LXB', person: '秦明', today: '2025-10-12' },
}
const settle: CrossRegionDeed = {
  ...{ type: 'settle', period: '2025Q3', what: ['stage'], seen: seenOfParts(said), note: ' 以两地所报为准 ' },
}
const agree: CrossRegionDeed = {
  ...{ type: 'agree', code: null, seen: null, giver: '513400', receiver: '510400', what: '会理段用地手续' },
  ...{ dueOn: '2025-11-30', unlocks: '', basis: '会议纪要' },
}
const reach: CrossRegionDeed = { type: 'reach', code: first.code, seen: 'e1', reachedOn: '2025-10-12', note: '' }
const drop: CrossRegionDeed = { type: 'drop', code: first.code, seen: 'e1', reason: '一并实施' }
const refusal = (deed: CrossRegionDeed, change: Partial<CrossRegionContext> = {}) => {
  const decision = decideCrossRegion(deed, { ...context, ...change })
  return decision.ok ? decision.publish.type : decision.refusal.code
}

describe('what the secretariat says of a project in several regions', () => {
  it('settles exactly what was seen, keeping what the regions said', () => {
    expect(decideCrossRegion(settle, context)).toMatchObject({
      publish: { type: 'lianxi.disagreement.settled.v1', data: { subject: P, parts: said, note: '以两地所报为准' } },
    })
    expect(refusal({ ...settle, seen: '[]' })).toBe('cross-changed')
    expect(refusal({ ...settle, what: ['stage', 'share'] })).toBe('cross-agrees')
    expect(refusal(settle, { parts: undefined })).toBe('cross-changed')
  })

  it('gives a new handover the next number, also after one that was dropped', () => {
    expect(decideCrossRegion(agree, context)).toMatchObject({
      publish: { data: { code: `${P}-J02`, giver: '513400' } },
    })
    const eleventh = { ...first, code: `${P}-J11`, dropped: true }
    expect(decideCrossRegion(agree, { ...context, handovers: [first, eleventh] })).toMatchObject({
      publish: { data: { code: `${P}-J12` } },
    })
  })

  it.each<[string, CrossRegionDeed, Partial<CrossRegionContext>?]>([
    ['cross-none', agree, { subject: undefined }],
    ['cross-none', agree, { subject: { code: 'PX-145-T001', isProject: false } }],
    ['cross-changed', agree, { underWay: true }],
    ['cross-changed', { ...agree, code: first.code, seen: 'e0' }],
    ['handover-dropped', { ...agree, code: first.code, seen: 'e1' }, { handovers: [{ ...first, dropped: true }] }],
    ['handover-one', { ...agree, giver: '510400' }],
    ['handover-place', { ...agree, giver: '510100' }],
    ['lianxi.handover.agreed.v1', { ...agree, code: first.code, seen: 'e1' }],
    ['cross-changed', { ...reach, seen: 'e0' }],
    ['day-in-future', { ...reach, reachedOn: '2025-10-13' }],
    ['handover-same', { ...reach, reachedOn: null }],
    ['handover-dropped', reach, { handovers: [{ ...first, dropped: true }] }],
    [
      'lianxi.handover.reached.v1',
      { ...reach, reachedOn: null },
      { handovers: [{ ...first, reachedOn: '2025-10-01' }] },
    ],
    ['handover-over', drop, { handovers: [{ ...first, reachedOn: '2025-10-01' }] }],
    ['lianxi.handover.dropped.v1', drop],
  ])('%s', (expected, deed, change) => expect(refusal(deed, change)).toBe(expected))
})

it.each([
  ['open', '2025-11-30', null, false],
  ['late', '2025-12-01', null, false],
  ['reached', '2025-12-01', '2025-11-30', false],
  ['reached-late', '2025-12-02', '2025-12-01', false],
  ['dropped', '2025-12-02', null, true],
] as const)('a handover is %s on %s', (state, today, reachedOn, dropped) => {
  expect(handoverState({ dueOn: '2025-11-30', reachedOn, dropped }, today)).toBe(state)
})
