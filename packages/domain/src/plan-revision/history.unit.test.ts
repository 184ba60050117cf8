import type { RevisionDeed } from '@lianxi/schema/commands/plan-revision'
import type { PlanListed, TargetListed } from '@lianxi/schema/events/facts'
import type { TargetRevised } from '@lianxi/schema/events/revisions'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decideRevision, type RevisionContext } from './decide'
import type { KnownProposal } from './proposal'

const PLAN: PlanListed = {
  ...{ code: 'XQ-155', name: '规划', issuer: null, documentNumber: null, issuedOn: null, region: '510403' },
  ...{ periodStart: 2026, periodEnd: 2030, status: 'issued' },
}
const TARGET: TargetListed = {
  ...{ code: 'XQ-155-T1', plan: 'XQ-155', name: '常住人口', domain: '公共服务', region: '510403', indicator: null },
  ...{ unit: '万人', basis: 'stock', comparator: 'ge', value: '125', valueHigh: null, targetYear: 2030 },
  ...{ baseline: null, direction: 'up', standing: false, holdSide: null, frequency: 'year', priceBasis: null },
  ...{ reportable: true, visibility: 'public' },
  source: { plan: 'XQ-155', chapter: null, section: null, box: null, line: null },
}
const PEOPLE = [
  ['刘某', { secretariat: null, coordinates: [{ region: '510403', body: '510403-FGJ' }] }],
  ['赵某', { secretariat: 'Z-PX-LXB', coordinates: [] }],
  ['外人', { secretariat: null, coordinates: [{ region: '510402', body: '510402-FGJ' }] }],
] as const

type World = Pick<RevisionContext, 'subject' | 'proposals' | 'revisions'> & { revised: TargetRevised[] }

/** What the board makes of a decision. */
function tell(world: World, deed: RevisionDeed, who: number): World {
  const [person, reviser] = PEOPLE[who % PEOPLE.length] ?? PEOPLE[0]
  const zone = { code: 'Z-PX', responsibleRegions: [], confirmations: [] }
  const context = { ...world, plan: PLAN, zone, underWay: false, today: '2027-05-01', reviser, person }
  const decided = decideRevision(deed, context)
  if (!decided.ok) return world
  const { publish } = decided
  const settle = (number: number, state: KnownProposal['state']) =>
    world.proposals.map((one) => (one.said.number === number ? { ...one, state } : one))
  if (publish.type === 'lianxi.revision.proposed.v1')
    return { ...world, proposals: [...world.proposals, { said: publish.data, state: 'open' }] }
  if (publish.type === 'lianxi.revision.refused.v1')
    return { ...world, proposals: settle(publish.data.number, 'refused') }
  if (publish.type === 'lianxi.revision.withdrawn.v1')
    return { ...world, proposals: settle(publish.data.number, 'withdrawn') }
  if (publish.type === 'lianxi.project.revised.v1') throw new Error('not a project')
  return {
    ...{ subject: { kind: 'target', doc: publish.data.target }, revisions: world.revisions + 1 },
    ...{ proposals: settle(publish.data.proposal ?? 0, 'approved'), revised: [...world.revised, publish.data] },
  }
}

const words = { reason: '中期评估', document: '西发改〔2027〕3号' }
/** Mostly about what is there: `off` misses it. */
type Attempt = (world: World) => RevisionDeed
const off = fc.constantFrom(0, 0, 0, 1)
const deeds: fc.Arbitrary<Attempt> = fc.oneof(
  fc
    .record({
      value: fc.constantFrom('125', '122', '130', '0.0125'),
      targetYear: fc.constantFrom(2030, 2031),
      fromYear: fc.constantFrom(2026, 2027, 2029),
      off,
    })
    .map(({ off: miss, ...of }): Attempt => ({ revisions }) => ({
      ...{ type: 'propose-target', valueHigh: null, yearly: [], ...words, ...of, expectedRevision: revisions + miss },
    })),
  off.map((miss): Attempt => ({ proposals }) => ({
    ...{ type: 'approve', number: proposals.length - miss, approvedBy: '人大', basis: '决议', on: '2027-04-01' },
  })),
  fc
    .record({ type: fc.constantFrom('refuse' as const, 'withdraw' as const), off })
    .map(({ type, off: miss }): Attempt => ({ proposals }) => ({
      type,
      number: proposals.length - miss,
      reason: '再核',
    })),
)

it('whatever people try, one proposal is open at most, and only an approved one changes what holds', () => {
  let approvals = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(deeds, fc.nat(2)), { maxLength: 40, size: 'max' }), (tries) => {
      let world: World = { subject: { kind: 'target', doc: TARGET }, proposals: [], revisions: 0, revised: [] }
      for (const [deed, who] of tries) {
        const next = tell(world, deed(world), who)
        expect(next.proposals.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1)
        if (next.revisions === world.revisions) expect(next.subject).toEqual(world.subject)
        world = next
      }
      approvals += world.revised.length
      // A chain without a gap: each stands on the one before and is one that was proposed, by somebody else.
      world.revised.forEach(({ before, target, revision, proposal, person }, index) => {
        const source = world.proposals.find(({ said }) => said.number === proposal)
        expect(before).toEqual(index === 0 ? TARGET : world.revised[index - 1]?.target)
        expect([revision, source?.state, source?.said.target?.after.value]).toEqual([
          index + 1,
          'approved',
          target.value,
        ])
        expect(source?.said.person === person).toBe(false)
        expect(person).not.toBe('外人')
      })
      expect(world.subject.doc).toEqual(world.revised.at(-1)?.target ?? TARGET)
    }),
    { numRuns: 300 },
  )
  expect(approvals).toBeGreaterThan(20)
})
