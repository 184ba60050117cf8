import type { RevisionDeed } from '@lianxi/schema/commands/plan-revision'
import type { PlanListed, ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { describe, expect, it } from 'vitest'
import { decideRevision, type RevisionContext } from './decide'
import type { KnownProposal } from './proposal'

const ZONE = {
  code: 'Z-PX',
  responsibleRegions: ['510400', '513400'],
  confirmations: [{ region: '510403', by: '510400' }],
}
const PLAN: PlanListed = {
  ...{ code: 'XQ-155', name: '规划', issuer: null, documentNumber: null, issuedOn: null, region: '510403' },
  ...{ periodStart: 2026, periodEnd: 2030, status: 'issued' },
}
const SOURCE = { plan: 'XQ-155', chapter: null, section: null, box: null, line: null }
const TARGET: TargetListed = {
  ...{ code: 'XQ-155-T1', plan: 'XQ-155', name: '常住人口', domain: '公共服务', region: '510403', indicator: null },
  ...{ unit: '万人', basis: 'stock', comparator: 'ge', value: '125', valueHigh: null, targetYear: 2030 },
  ...{ baseline: { value: '118', year: 2025, note: null }, direction: 'up', standing: false, holdSide: null },
  ...{ frequency: 'year', priceBasis: null, reportable: true, visibility: 'public', source: SOURCE },
  yearly: [2026, 2027, 2028, 2029].map((year) => ({ year, value: '120' })),
}
const PROJECT: ProjectListed = {
  ...{ code: 'XQ-155-P1', plan: 'XQ-155', name: '干道', domain: '基础设施', regions: ['510403'], category: null },
  ...{ stage: null, plannedOutcome: null, investmentWan: 40_000, scale: null, startYear: 2026, endYear: 2029 },
  ...{
    parent: null,
    crossRegion: false,
    regionUnknown: false,
    possibleSameAs: [],
    visibility: 'public',
    source: SOURCE,
  },
  yearly: [{ year: 2027, planWan: 10_000 }],
}
const SECRETARIAT = { secretariat: 'Z-PX-LXB', coordinates: [] }
const coordinator = (region: string) => ({ secretariat: null, coordinates: [{ region, body: `${region}-FGJ` }] })

const given = (change: Partial<RevisionContext> = {}): RevisionContext => ({
  ...{ subject: { kind: 'target', doc: TARGET }, plan: PLAN, zone: ZONE, proposals: [], revisions: 0 },
  ...{ underWay: false, today: '2028-11-01', reviser: coordinator('510403'), person: '刘某', ...change },
})
type Of<Type extends RevisionDeed['type']> = Extract<RevisionDeed, { type: Type }>
const propose = (change: Partial<Of<'propose-target'>> = {}): RevisionDeed => ({
  ...{ type: 'propose-target', expectedRevision: 0, value: '122', valueHigh: null, targetYear: 2030, yearly: [] },
  ...{ fromYear: 2028, reason: '人口流出', document: '西发改〔2028〕3号', ...change },
})
const proposeProject = (change: Partial<Of<'propose-project'>> = {}): RevisionDeed => ({
  ...{ type: 'propose-project', expectedRevision: 0, investmentWan: 45_000, startYear: 2026, endYear: 2030 },
  ...{ yearly: [], fromYear: 2028, reason: '用地批复推迟', document: '西发改〔2028〕4号', ...change },
})
const approve = (change: Partial<Of<'approve'>> = {}): RevisionDeed => ({
  ...{
    type: 'approve',
    number: 1,
    approvedBy: '区人大常委会',
    basis: '西人常〔2028〕9号',
    on: '2028-10-20',
    ...change,
  },
})

/** Twenty, beside the two that stay. */
const many = Array.from({ length: 20 }, (_, index) => ({ year: 2028 + index, value: '121' }))
const codeOf = (decided: ReturnType<typeof decideRevision>) => (decided.ok ? 'ok' : decided.refusal.code)
function said(deed: RevisionDeed, context: RevisionContext) {
  const decided = decideRevision(deed, context)
  if (!decided.ok) throw new Error(decided.refusal.message)
  return decided.publish
}
/** What somebody proposed, as the board has it. */
function proposed(deed = propose(), context = given(), state: KnownProposal['state'] = 'open'): KnownProposal[] {
  const event = said(deed, context)
  if (event.type !== 'lianxi.revision.proposed.v1') throw new Error(event.type)
  return [{ said: event.data, state }]
}
const before = (proposals: KnownProposal[], change: Partial<RevisionContext> = {}) =>
  given({ proposals, reviser: SECRETARIAT, person: '赵某', ...change })

describe('given a target nobody proposes to revise', () => {
  it('when its region proposes, then the original stands beside it, and single years before stay', () => {
    expect(said(propose({ yearly: [{ year: 2029, value: '121' }] }), given())).toMatchObject({
      type: 'lianxi.revision.proposed.v1',
      data: {
        ...{ subject: 'XQ-155-T1', number: 1, standing: 0, fromYear: 2028, body: '510403-FGJ', person: '刘某' },
        target: {
          before: { value: '125', yearly: TARGET.yearly },
          after: { value: '122', yearly: [...(TARGET.yearly ?? []).slice(0, 2), { year: 2029, value: '121' }] },
        },
      },
    })
  })

  it.each<[string, string, Partial<Of<'propose-target'>>, Partial<RevisionContext>]>([
    ['revision-not-yours', 'by a region it does not concern', {}, { reviser: coordinator('510402') }],
    ['revision-not-current', 'while something is on its way', {}, { underWay: true }],
    ['revision-not-current', 'on a revision the person did not see', {}, { revisions: 1 }],
    ['revision-of-draft', 'of a draft', {}, { plan: { ...PLAN, status: 'draft' } }],
    [
      'revision-qualitative',
      'of what has no number',
      {},
      { subject: { kind: 'target', doc: { ...TARGET, value: null } } },
    ],
    ['revision-kind', 'as if it were a project', {}, { subject: { kind: 'project', doc: PROJECT } }],
    ['revision-range', 'with an upper end it does not have', { valueHigh: '130' }, {}],
    ['revision-year', 'to a year before its baseline', { targetYear: 2025, fromYear: 2025 }, {}],
    [
      'revision-same',
      'to what it is',
      { value: '125.0', yearly: [2028, 2029].map((year) => ({ year, value: '120' })) },
      {},
    ],
    ['revision-baseline', 'to its baseline', { value: '118.0' }, {}],
    ['revision-from-year', 'from a year that is over', { fromYear: 2027 }, {}],
    ['revision-from-year', 'from a year after its own', { fromYear: 2031 }, {}],
    ['revision-from-year', 'of a plan that is over', {}, { today: '2031-01-05' }],
    ['revision-yearly', 'with more years than the contract takes', { targetYear: 2052, yearly: many }, {}],
    ['revision-yearly', 'with a year before it holds', { yearly: [{ year: 2027, value: '121' }] }, {}],
    ['revision-yearly', 'with its own year as a single one', { yearly: [{ year: 2030, value: '121' }] }, {}],
    ['revision-unit', 'in another unit', { value: '1220000' }, {}],
    ['revision-unit', 'with a year in another unit', { yearly: [{ year: 2029, value: '0.0121' }] }, {}],
  ])('%s: refused %s', (code, _what, change, context) => {
    expect(codeOf(decideRevision(propose(change), given(context)))).toBe(code)
  })

  it('refuses a percentage written as a fraction', () => {
    const doc: TargetListed = { ...TARGET, unit: '%', basis: 'ratio', value: '7.7', baseline: null, yearly: [] }
    const rate = given({ subject: { kind: 'target', doc } })
    expect(codeOf(decideRevision(propose({ value: '0.08' }), rate))).toBe('revision-unit')
    expect(codeOf(decideRevision(propose({ value: '6.5' }), rate))).toBe('ok')
  })
})

describe('given an open proposal', () => {
  it('then there is no second one: nobody revises what nobody approved', () => {
    expect(codeOf(decideRevision(propose({ value: '121' }), given({ proposals: proposed() })))).toBe('revision-open')
    expect(codeOf(decideRevision(propose(), given({ proposals: proposed(propose(), given(), 'refused') })))).toBe('ok')
  })

  it('when the secretariat approves, then the whole target is told as it now stands, with what it was', () => {
    expect(said(approve(), before(proposed()))).toEqual({
      type: 'lianxi.target.revised.v1',
      data: {
        ...{ before: TARGET, target: { ...TARGET, value: '122', yearly: TARGET.yearly?.slice(0, 2) } },
        ...{ revision: 1, reason: '人口流出', approvedBy: '区人大常委会', basis: '西人常〔2028〕9号' },
        ...{ approvedOn: '2028-10-20', fromYear: 2028, proposal: 1, person: '赵某' },
      },
    })
  })

  it.each<[string, string, Partial<RevisionContext>, Partial<Of<'approve'>>]>([
    ['revision-approver', 'by a neighbour', { reviser: coordinator('510402') }, {}],
    [
      'revision-approver',
      'by a region, of a plan of the zone',
      { plan: { ...PLAN, region: null }, reviser: coordinator('510400') },
      {},
    ],
    ['revision-own', 'by whoever proposed', { reviser: coordinator('510403'), person: '刘某' }, {}],
    ['revision-none', 'of a proposal there is not', {}, { number: 2 }],
    ['date-in-future', 'dated tomorrow', {}, { on: '2028-11-02' }],
    [
      'revision-stale',
      'after the plan was corrected',
      { subject: { kind: 'target', doc: { ...TARGET, value: '126' } } },
      {},
    ],
    ['revision-stale', 'after another revision', { revisions: 1 }, {}],
    ['revision-of-draft', 'of what became a draft', { plan: { ...PLAN, status: 'draft' } }, {}],
    ['revision-not-current', 'while another answer is on its way', { underWay: true }, {}],
  ])('%s: no approval %s', (code, _what, context, change) => {
    expect(codeOf(decideRevision(approve(change), before(proposed(), context)))).toBe(code)
  })

  it('the region that confirms what the plan’s region says may approve, and a colleague of who proposed', () => {
    expect(codeOf(decideRevision(approve(), before(proposed(), { reviser: coordinator('510400') })))).toBe('ok')
    expect(codeOf(decideRevision(approve(), before(proposed(), { reviser: coordinator('510403') })))).toBe('ok')
  })

  it('is refused with a reason by who may approve, and taken back only by who proposed', () => {
    const [refusing, withdrawing] = (['refuse', 'withdraw'] as const).map((type): RevisionDeed => ({
      type,
      number: 1,
      reason: ' 数据有误 ',
    })) as [RevisionDeed, RevisionDeed]
    const own = before(proposed(), { reviser: coordinator('510403'), person: '刘某' })
    expect(said(refusing, before(proposed()))).toMatchObject({
      type: 'lianxi.revision.refused.v1',
      data: { number: 1, reason: '数据有误', body: 'Z-PX-LXB', person: '赵某', on: '2028-11-01' },
    })
    expect(said(withdrawing, own)).toMatchObject({ type: 'lianxi.revision.withdrawn.v1', data: { body: '510403-FGJ' } })
    expect(codeOf(decideRevision(withdrawing, before(proposed())))).toBe('revision-others')
    expect(codeOf(decideRevision(approve(), before(proposed(propose(), given(), 'withdrawn'))))).toBe('revision-closed')
  })
})

describe('a project', () => {
  const project = (change: Partial<RevisionContext> = {}) =>
    given({ subject: { kind: 'project', doc: PROJECT }, ...change })

  it('is proposed to be revised and revised by the same steps', () => {
    const proposals = proposed(proposeProject({ yearly: [{ year: 2028, planWan: 20_000 }] }), project())
    expect(said(approve(), before(proposals, { subject: { kind: 'project', doc: PROJECT } }))).toMatchObject({
      type: 'lianxi.project.revised.v1',
      data: {
        project: { investmentWan: 45_000, endYear: 2030, yearly: [{ year: 2027 }, { year: 2028, planWan: 20_000 }] },
        before: PROJECT,
      },
    })
  })

  it.each<[string, string, Partial<Of<'propose-project'>>]>([
    ['revision-years', 'that ends before it starts', { startYear: 2030, endYear: 2029 }],
    ['revision-unit', 'in 亿元', { investmentWan: 4 }],
    ['revision-yearly-sum', 'whose years are more than the whole', { yearly: [{ year: 2028, planWan: 36_000 }] }],
    ['revision-yearly', 'with a year after its end', { endYear: 2029, yearly: [{ year: 2030, planWan: 1 }] }],
    ['revision-no-total', 'that loses its total', { investmentWan: null }],
    ['revision-same', 'that is the same', { investmentWan: 40_000, endYear: 2029 }],
  ])('%s: refused %s', (code, _what, change) => {
    expect(codeOf(decideRevision(proposeProject(change), project()))).toBe(code)
  })
})
