import type { ReviseTarget } from '@lianxi/schema/commands/target-revision'
import type { PlanListed, TargetListed } from '@lianxi/schema/events/facts'
import { describe, expect, it } from 'vitest'
import { decideRevision, type RevisionContext } from './decide'

const PLAN: PlanListed = {
  ...{ code: 'PX-155', name: '规划', issuer: null, documentNumber: null, issuedOn: null, region: null },
  ...{ periodStart: 2026, periodEnd: 2030, status: 'issued' },
}
const TARGET: TargetListed = {
  ...{ code: 'PX-155-T1', plan: 'PX-155', name: '常住人口', domain: '公共服务', region: '510400', indicator: null },
  ...{ unit: '万人', basis: 'stock', comparator: 'ge', value: '125', valueHigh: null, targetYear: 2030 },
  ...{ baseline: { value: '118', year: 2025, note: null }, direction: 'up', standing: false, holdSide: null },
  ...{ frequency: 'year', priceBasis: null, reportable: true, visibility: 'public' },
  source: { plan: 'PX-155', chapter: null, section: null, box: null, line: null },
  yearly: [2026, 2027, 2028, 2029].map((year) => ({ year, value: '120' })),
}
const given = (change: Partial<RevisionContext> = {}): RevisionContext => ({
  ...{ target: TARGET, plan: PLAN, revisions: 0, underWay: false, today: '2028-11-01', ...change },
})
const command = (change: Partial<ReviseTarget> = {}): ReviseTarget => ({
  ...{ zone: 'Z-PX', target: TARGET.code, idempotencyKey: '0199d7a0-0000-4000-8000-000000000001' },
  ...{ expectedRevision: 0, value: '122', valueHigh: null, targetYear: 2030, reason: '人口流出' },
  ...{ approvedBy: '市人大常委会', basis: '攀人常〔2028〕9号', on: '2028-10-20', ...change },
})
const codeOf = (decided: ReturnType<typeof decideRevision>) => (decided.ok ? 'ok' : decided.refusal.code)

describe('a mid-term revision', () => {
  it('carries the whole target, what it was, and who approved it; later single years no longer hold', () => {
    const decided = decideRevision(command(), given())
    const data = decided.ok ? decided.event.data : undefined
    expect(data).toMatchObject({ before: TARGET, revision: 1, approvedBy: '市人大常委会', approvedOn: '2028-10-20' })
    expect(data).toMatchObject({
      target: { ...TARGET, value: '122', yearly: [2026, 2027].map((year) => ({ year, value: '120' })) },
    })
  })

  it.each<[string, string, Partial<ReviseTarget>, Partial<RevisionContext>]>([
    ['revision-not-current', 'of a revision that has not come yet', {}, { underWay: true }],
    ['revision-not-current', 'of a revision the person did not see', {}, { revisions: 1 }],
    ['revision-of-draft', 'of a draft', {}, { plan: { ...PLAN, status: 'draft' } }],
    ['revision-qualitative', 'of what has no number', {}, { target: { ...TARGET, value: null } }],
    ['date-in-future', 'approved tomorrow', { on: '2028-11-02' }, {}],
    ['revision-range', 'with an upper end it does not have', { valueHigh: '130' }, {}],
    ['revision-year', 'to a year before its baseline', { targetYear: 2025 }, {}],
    ['item-unchanged', 'that changes nothing', { value: '125' }, {}],
  ])('%s: %s', (code, _what, change, context) => {
    expect(codeOf(decideRevision(command(change), given(context)))).toBe(code)
  })
})
