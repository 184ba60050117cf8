import { DEFAULT_THRESHOLDS } from '@lianxi/domain/report/thresholds'
import { DEFAULT_RULE_SET } from '@lianxi/domain/status/default-rules'
import { v4 } from 'uuid'

type Allowed = {
  everybody: readonly string[]
  planners: readonly string[]
  secretariat: readonly string[]
  writers: readonly string[]
}

const deed = { type: 'merge', code: 'XX-145-P001', into: 'XX-145-P002', reason: '同一项目', basis: '' }
const DECISION = {
  ...{ zone: 'Z-PX', region: '510404', kind: 'minutes', name: '会议纪要', issuer: '', documentNumber: '' },
  ...{ issuedOn: '2025-10-12', dueYear: 2026 },
  matters: [{ name: '事项', field: '综合经济', region: null, article: '', bodies: '' }],
}
const leaving = {
  ...{ type: 'end', code: 'XX-145-P001-H01', seen: '0199d7a0-0000-7000-8000-000000000001', reason: '线路调整' },
}
const shared = { zone: 'Z-PX', ofZone: 'Z-CN', subject: 'XX-145-P001' }
const about = { zone: 'Z-PX', region: '510403', subject: 'XQ-145-T999', asked: 'baseline' }
const indicator = {
  ...{ name: '测试指标', unit: '个', basis: 'stock', aggregate: 'sum', domain: '综合经济' },
  ...{ frequency: null, releaseAfterDays: null, releasedBy: '', priceBasis: null, direction: null, weight: null },
}

/** Rules that change nothing are refused in words, which is all the matrix asks. */
const RULES = { zone: 'Z-PX', effectiveFrom: '2025-01-01', rules: DEFAULT_RULE_SET.rules }
const ADOPTED = { ...RULES, checks: DEFAULT_THRESHOLDS, reason: '调整', adoptedBy: '会议' }

/** The part about plans and the library of the access matrix, written by hand: a sample of input and who gets through. */
export const planMatrix = ({ everybody, planners, secretariat, writers }: Allowed) => ({
  'library.list': { input: () => ({ zone: 'Z-PX' }), allowed: everybody },
  'library.project': { input: () => ({ zone: 'Z-PX', code: 'PX-145-P001' }), allowed: everybody },
  'meeting.all': { input: () => ({ zone: 'Z-PX' }), allowed: everybody },
  'meeting.one': { input: () => ({ zone: 'Z-PX', code: 'Z-PX-HY-999' }), allowed: everybody },
  'meeting.say': {
    input: () => ({
      ...{ zone: 'Z-PX', idempotencyKey: v4() },
      deed: { type: 'strike', code: 'Z-PX-HY-999', seen: '0199d7a0-0000-7000-8000-000000000001', reason: '误登' },
    }),
    allowed: secretariat,
  },
  'partner.all': { input: () => ({ zone: 'Z-PX' }), allowed: everybody },
  'partner.invitable': { input: () => ({ zone: 'Z-PX', subject: 'PX-145-P001' }), allowed: secretariat },
  'partner.say': { input: () => ({ ...shared, idempotencyKey: v4(), deed: leaving }), allowed: planners },
  'plan.typeDecision': {
    // For a region nobody of them speaks for.
    input: () => DECISION,
    allowed: planners,
  },
  'library.record': { input: () => ({ zone: 'Z-PX', idempotencyKey: v4(), seen: null, deed }), allowed: planners },
  'indicator.all': { input: () => ({ zone: 'Z-PX' }), allowed: everybody },
  'indicator.keep': {
    input: () => ({
      ...{ zone: 'Z-PX', idempotencyKey: v4(), seen: null },
      deed: { type: 'put', code: 'I-NONE', content: indicator },
    }),
    allowed: secretariat,
  },
  'indicator.stateSource': {
    input: () => ({
      ...{ zone: 'Z-PX', idempotencyKey: v4(), name: '增速', scope: '全省平均', indicator: null },
      ...{ reason: '改为录入', seen: null },
    }),
    allowed: secretariat,
  },
  'indicator.enterSeries': {
    input: () => ({
      ...{ zone: 'Z-PX', idempotencyKey: v4(), name: '增速', scope: '全省平均', unit: '%' },
      ...{ period: '2025', value: '5.5', source: '公报' },
    }),
    allowed: secretariat,
  },
  'baseline.asked': { input: () => ({ zone: 'Z-PX' }), allowed: everybody },
  'baseline.state': {
    input: () => ({ ...about, idempotencyKey: v4(), value: '1', year: 2020, source: '公报', note: '' }),
    allowed: writers,
  },
  'baseline.judge': {
    input: () => ({
      ...{ ...about, idempotencyKey: v4(), accept: true, reason: '' },
      statement: '0199d7a0-0000-7000-8000-000000000001',
    }),
    allowed: secretariat,
  },
  'plan.all': { input: () => ({ zone: 'Z-PX' }), allowed: everybody },
  'plan.one': { input: () => ({ zone: 'Z-PX', plan: 'XQ-145' }), allowed: everybody },
  'plan.tables': { input: () => ({ zone: 'Z-PX', plan: null }), allowed: everybody },
  'plan.upload': {
    input: () => ({ zone: 'Z-PX', region: null, fileName: 'a.xlsx', file: new Uint8Array(4) }),
    allowed: planners,
  },
  'plan.import': { input: () => ({ zone: 'Z-PX', id: v4() }), allowed: planners },
  'plan.mapImport': {
    input: () => ({ zone: 'Z-PX', id: v4(), idempotencyKey: v4(), expectedVersion: 1, mapping: [] }),
    allowed: planners,
  },
  'plan.applyImport': {
    input: () => ({ zone: 'Z-PX', id: v4(), idempotencyKey: v4(), seen: '', warningsSeen: false }),
    allowed: planners,
  },
  'plan.revise': {
    input: () => ({
      ...{ zone: 'Z-PX', subject: 'XQ-145-T999', idempotencyKey: v4() },
      deed: { type: 'approve', number: 1, approvedBy: '人大常委会', basis: '决议', on: '2025-01-01' },
    }),
    allowed: planners,
  },
  'plan.rules': { input: () => ({ zone: 'Z-PX' }), allowed: everybody },
  'plan.previewRules': { input: () => RULES, allowed: secretariat },
  'plan.adoptRules': {
    input: () => ({ ...ADOPTED, idempotencyKey: v4(), expectedVersion: 0 }),
    allowed: secretariat,
  },
})
