import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Period } from '@lianxi/schema/period'
import fc from 'fast-check'

/** The events that touch cells; the others only list what exists. */
export type HistoryEvent = Exclude<
  LianxiEvent,
  {
    type:
      | `lianxi.${'zone' | 'region' | 'body' | 'indicator' | 'plan' | 'target' | 'project' | 'item'}.listed.v1`
      | 'lianxi.list.adopted.v1'
  }
>
/** An event as somebody said it on its topic. */
export type Said = { id: string; occurredAt: string; event: HistoryEvent }
/** Four topics' worth of events about the same few cells, each in its own order. */
export type History = { plan: Said[]; target: Said[]; project: Said[]; meeting: Said[] }

export const ZONE = 'Z-PX'
export const REGION = '510403'
const SUBJECTS = ['XQ-145-T001', 'XQ-145-P001'] as const
const PERIODS: Period[] = ['2025Q3', '2025Q4', '2025']
const BODIES = ['510403-FGJ', '510403-JTJ'] as const
const MOMENTS = ['2025-09-01', '2025-10-05', '2025-10-20', '2025-12-20', '2026-02-01'].map(
  (day) => `${day}T00:00:00.000Z`,
)

let drawn = 0
/** A UUIDv7 that no other event of this process has. */
const nextId = (): string => `01999d11-9800-7000-8000-${String((drawn += 1)).padStart(12, '0')}`

const subject = fc.constantFrom(...SUBJECTS)
const period = fc.constantFrom(...PERIODS)
const body = fc.constantFrom(...BODIES)
const moment = fc.constantFrom(...MOMENTS)

const planCommand = fc.oneof(
  fc.record({
    type: fc.constant('lianxi.duty.assigned.v1' as const),
    data: fc.record({
      subject,
      kind: fc.constantFrom('target' as const, 'project' as const),
      region: fc.constant(REGION),
      year: fc.constant(2025),
      body,
      frequency: fc.constantFrom('quarter' as const, 'year' as const),
      items: fc.subarray(['L-1', 'L-2'], { minLength: 1 }),
    }),
  }),
  fc.record({
    type: fc.constant('lianxi.period.opened.v1' as const),
    data: fc.record({ period, opensAt: moment, dueAt: moment, closesAt: moment }),
  }),
  fc.record({ type: fc.constant('lianxi.period.fell-due.v1' as const), data: fc.record({ period, dueAt: moment }) }),
  fc.record({ type: fc.constant('lianxi.period.closed.v1' as const), data: fc.record({ period, closedAt: moment }) }),
)

/** `replaces`: −1 nothing, else an earlier report of the topic, counted back from the last. */
const reportCommand = fc.record({
  subject,
  period,
  body,
  at: moment,
  nil: fc.boolean(),
  replaces: fc.integer({ min: -1, max: 2 }),
})
const verdictCommand = fc.record({ report: fc.nat(), returned: fc.boolean() })
const say = (event: HistoryEvent, occurredAt = '2025-10-10T00:00:00.000Z'): Said => ({
  id: nextId(),
  occurredAt,
  event,
})

type ReportCommand = typeof reportCommand extends fc.Arbitrary<infer Command> ? Command : never

function reportsOf(kind: 'target' | 'project', commands: readonly ReportCommand[]): Said[] {
  const said: Said[] = []
  for (const { replaces: back, nil, at, ...place } of commands) {
    const replaces = back < 0 ? null : (said.at(-1 - back)?.id ?? null)
    const filing = {
      ...place,
      zone: ZONE,
      region: REGION,
      revision: said.length + 1,
      replaces,
      correctionReason: replaces === null ? null : '更正',
      reportedBy: '甲',
      approvedBy: '乙',
      submittedAt: at,
      warnings: [],
    }
    const words = { problems: '', nextStep: '' }
    const figures = { investedYearWan: said.length, investedTotalWan: null, progressPercent: '62.5' }
    const lists = { physicalProgress: '', milestones: [], matters: [] }
    said.push(
      kind === 'target'
        ? say(
            {
              type: 'lianxi.target.progress-reported.v1',
              data: {
                ...filing,
                content: { nil, value: nil ? null : `${said.length}.5`, figureSource: '', note: '', ...words },
              },
            },
            at,
          )
        : say(
            {
              type: 'lianxi.project.progress-reported.v1',
              data: { ...filing, content: { nil, stage: 'under-construction', ...figures, ...lists, ...words } },
            },
            at,
          ),
    )
  }
  return said
}

type Judgeable = { id: string; subject: string; period: Period }
const judgeable = ({ id, event }: Said): Judgeable[] =>
  event.type === 'lianxi.target.progress-reported.v1' || event.type === 'lianxi.project.progress-reported.v1'
    ? [{ id, subject: event.data.subject, period: event.data.period }]
    : []

function verdictsOf(commands: readonly { report: number; returned: boolean }[], reports: readonly Judgeable[]): Said[] {
  return commands.flatMap(({ report, returned }) => {
    const judged = reports[report % Math.max(1, reports.length)]
    if (judged === undefined) return []
    const place = { subject: judged.subject, region: REGION, period: judged.period }
    const data = { ...place, report: judged.id, by: 'Z-PX-LXB', person: '丙' }
    return [
      say(
        returned
          ? { type: 'lianxi.report.returned.v1', data: { ...data, reason: '请核对' } }
          : { type: 'lianxi.report.confirmed.v1', data },
      ),
    ]
  })
}

/** Histories with everything that goes wrong in practice: wrong bodies, conflicts, late, early, extended, re-assigned. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    plan: fc.array(planCommand, { maxLength: 10 }),
    target: fc.array(reportCommand, { maxLength: 6 }),
    project: fc.array(reportCommand, { maxLength: 4 }),
    meeting: fc.array(verdictCommand, { maxLength: 6 }),
  })
  .map(({ plan, target, project, meeting }) => {
    const reports = { target: reportsOf('target', target), project: reportsOf('project', project) }
    return {
      plan: plan.map((event) => say(event)),
      ...reports,
      meeting: verdictsOf(meeting, [...reports.target, ...reports.project].flatMap(judgeable)),
    }
  })

export const TOPICS = ['plan', 'target', 'project', 'meeting'] as const
export type TopicName = (typeof TOPICS)[number]

/** One order of arrival: each topic in its own order, the topics mixed as the picks say. */
export function interleave(history: History, picks: readonly number[]): { topic: TopicName; said: Said }[] {
  const rest = {
    plan: [...history.plan],
    target: [...history.target],
    project: [...history.project],
    meeting: [...history.meeting],
  }
  const arrived: { topic: TopicName; said: Said }[] = []
  for (let turn = 0; ; turn += 1) {
    const waiting = TOPICS.filter((topic) => rest[topic].length > 0)
    const topic = waiting[(picks[turn % Math.max(1, picks.length)] ?? 0) % Math.max(1, waiting.length)]
    const said = topic && rest[topic].shift()
    if (topic === undefined || said === undefined) return arrived
    arrived.push({ topic, said })
  }
}

/** Picks that mix topics; several of them give several orders of the same history. */
export const picks: fc.Arbitrary<number[]> = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 30 })
