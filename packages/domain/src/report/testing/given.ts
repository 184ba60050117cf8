import type { Entry, ProjectEntry, TargetEntry } from '@lianxi/schema/commands/entry'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import type { RefusalCode } from '@lianxi/schema/views/refusal'
import { expect } from 'vitest'
import { decide, type ReportCommand, type ReportContext, type ReportDecision } from '../decide'
import { evolve, initialState, type OnBoard, type Person, type ReportStep } from '../state'
import { DEFAULT_THRESHOLDS } from '../thresholds'

export const wang: Person = { id: 'wang', name: '王填报' }
export const li: Person = { id: 'li', name: '李审核' }
export const now = '2025-10-12T10:00:00.000Z'
export const eventId = '0199d7a0-0000-7000-8000-000000000001'
export const earlierEvent = '0199d7a0-0000-7000-8000-000000000000'

export const entry = (changed: Partial<TargetEntry> = {}): TargetEntry => ({
  kind: 'target',
  nil: false,
  value: '218.4',
  figureSource: '区统计局 季度快报',
  note: '',
  problems: '',
  nextStep: '',
  ...changed,
})

export const past = (period: string, value: string | null): CheckContext['history'][number] => ({
  period,
  value,
  stage: null,
  investedYearWan: null,
  investedTotalWan: null,
  progressPercent: null,
})

export const check = (changed: Partial<CheckContext> = {}): CheckContext => ({
  period: '2025Q3',
  saidAt: now,
  correction: false,
  unit: '亿元',
  basis: 'flow',
  targetValue: '260',
  yearValue: null,
  baseline: null,
  planWan: null,
  totalWan: null,
  curve: null,
  qualitative: false,
  thresholds: DEFAULT_THRESHOLDS,
  neighbours: null,
  history: [past('2025Q1', '71.2'), past('2025Q2', '201.6')],
  ...changed,
})

export const context = (
  changed: Partial<Omit<ReportContext, 'filing'>> & { filing?: Partial<ReportContext['filing']> } = {},
): ReportContext => ({
  check: check(),
  evidence: [],
  actor: wang,
  now,
  eventId,
  ...changed,
  filing: {
    zone: 'Z-PX',
    subject: 'XQ-145-T001',
    region: '510403',
    period: '2025Q3',
    kind: 'target',
    dutyBody: '510403-FGJ',
    servedBy: null,
    actorBodies: ['510403-FGJ'],
    window: { opensAt: '2025-09-30T16:00:00.000Z', closesAt: '2025-11-30T16:00:00.000Z', closed: false },
    channel: 'web',
    confirmed: false,
    ...changed.filing,
  },
})

export const written = (text: Entry = entry()) => ({ entry: text, correctionReason: null, warningReasons: [] })
export const submitted: ReportStep = { type: 'submitted', ...written(), by: wang, at: now }
export const published: ReportStep = { type: 'published', eventId: earlierEvent, entry: entry(), by: li, at: now }
export const returned: ReportStep = { type: 'returned', reason: '口径不符', byBody: 'Z-PX-LXB', by: li, at: now }

/** given(steps).when(command).then… */
export const given = (steps: ReportStep[], onBoard: OnBoard | null = null) => {
  const state = steps.reduce(evolve, initialState(onBoard))
  return {
    state,
    when: (command: ReportCommand, under: ReportContext = context()) => {
      const decision: ReportDecision = decide(command, state, under)
      return {
        decision,
        thenRefused: (code: RefusalCode) => {
          expect(decision).toMatchObject({ ok: false, refusal: { code } })
        },
        thenState: (changed: Record<string, unknown>) => {
          if (!decision.ok) throw new Error(`refused: ${decision.refusal.message}`)
          expect(decision.steps.reduce(evolve, state)).toMatchObject(changed)
        },
      }
    },
  }
}

/** A project under way, with what it reported for the period before. */
export const project = (changed: Partial<ProjectEntry> = {}): ProjectEntry => ({
  kind: 'project',
  nil: false,
  stage: 'under-construction',
  investedYearWan: '8000',
  investedTotalWan: '20000',
  progressPercent: '62.5',
  physicalProgress: '',
  milestones: [],
  matters: [],
  problems: '',
  nextStep: '',
  ...changed,
})
export const earlier: CheckContext['history'][number] = {
  period: '2025Q2',
  value: null,
  stage: 'under-construction',
  investedYearWan: 5000,
  investedTotalWan: 17000,
  progressPercent: '50',
}
export const projectCheck = check({ basis: null, unit: null, planWan: 10000, totalWan: 40000, history: [earlier] })
