import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Period } from '@lianxi/schema/period'
import fc from 'fast-check'
import { extensionCommand } from './extension-history'
import { libraryCommand } from './library-history'

/** The events that touch cells; the others only list what exists. */
export type HistoryEvent = Exclude<
  LianxiEvent,
  {
    type:
      | `lianxi.${'zone' | 'region' | 'body' | 'indicator' | 'plan'}.listed.v1`
      | `lianxi.${'list.adopted' | 'item.revised' | 'target.revised' | 'channel.assigned' | 'rule-set.adopted'}.v1`
      | `lianxi.${'handover.agreed' | 'handover.reached' | 'handover.dropped' | 'disagreement.settled' | 'meeting.held' | 'meeting.struck'}.v1`
      | `lianxi.${'indicator.merged' | 'indicator.separated' | 'series.value-entered' | 'series.source-stated'}.v1`
      | `lianxi.${'target' | 'project'}.${'status-objected' | 'objection-withdrawn'}.v1`
      | `lianxi.${'status' | 'revision' | 'partner'}.${string}.v1`
      | `lianxi.${'target.baseline-stated' | 'baseline.accepted' | 'baseline.refused'}.v1`
      | `lianxi.project.${'kept-apart' | 'found-elsewhere' | 'step-recorded' | 'gate-recorded' | 'scheduled' | 'revised'}.v1`
  }
>
/** An event as somebody said it on its topic. */
export type Said = { id: string; occurredAt: string; event: HistoryEvent }
/** Four topics' worth of events about the same few cells, each in its own order. */
export type History = { plan: Said[]; target: Said[]; project: Said[]; meeting: Said[] }

export const ZONE = 'Z-PX'
export const REGION = '510403'
const SUBJECTS = ['XQ-145-T001', 'XQ-145-P001'] as const
const PERIODS: Period[] = ['2024Q4', '2025Q3', '2025Q4', '2025']
const BODIES = ['510403-FGJ', '510403-JTJ'] as const
const MOMENTS = ['2025-09-01', '2025-10-05', '2025-10-20', '2025-12-20', '2026-02-01'].map(
  (day) => `${day}T00:00:00.000Z`,
)

const SOURCE = { plan: 'P-1', chapter: null, section: null, box: null, line: null }

type Aim = { basis: 'flow' | 'stock'; unit: string; value: string | null }
function listing(code: string, kind: 'target' | 'project', { basis, unit, value }: Aim): HistoryEvent {
  const shared = { code, plan: 'P-1', name: '事项', domain: '综合经济' as const, visibility: 'public' as const }
  if (kind === 'project') {
    const none = { category: null, stage: null, plannedOutcome: null, investmentWan: null, scale: null, parent: null }
    const flags = { crossRegion: false, regionUnknown: false, possibleSameAs: [], startYear: null, endYear: null }
    const data = { ...shared, regions: [REGION], ...none, ...flags, source: SOURCE }
    return { type: 'lianxi.project.listed.v1', data }
  }
  const aim = { indicator: null, unit, basis, comparator: 'ge' as const, value, valueHigh: null, targetYear: 2025 }
  const rest = { baseline: null, direction: null, standing: false, holdSide: null, frequency: null, priceBasis: null }
  const data = { ...shared, region: REGION, ...aim, ...rest, reportable: true, source: SOURCE }
  return { type: 'lianxi.target.listed.v1', data }
}

/** An item of the list; the same code may be listed again for another subject. `plan`: of the year, also in 万元. */
function itemListing(code: string, of: string, order: number, plan: number | null): HistoryEvent {
  const place = { code, list: 'L', subject: of, kind: 'target' as const, year: 2025, region: REGION, order: order + 1 }
  const who = { attribute: 'key' as const, visibility: 'public' as const, leadBody: BODIES[0], coBodies: [] }
  const yearValue = plan === null ? null : { year: 2025, value: String(plan), origin: 'list' as const }
  const sums = { planWan: plan, totalWan: null, origin: 'list' as const, monthlyPercent: null, milestones: [] }
  const aims = { target: { baseline: null, yearValue, path: [] }, project: { ...sums, sharePercent: null } }
  const data = { ...place, ...who, measures: null, deadline: '2025-12-31', ...aims }
  return { type: 'lianxi.item.listed.v1', data }
}

let drawn = 0
/** A UUIDv7 that no other event of this process has. */
const nextId = (): string => `01999d11-9800-7000-8000-${String((drawn += 1)).padStart(12, '0')}`

const subject = fc.constantFrom(...SUBJECTS)
const period = fc.constantFrom(...PERIODS)
const body = fc.constantFrom(...BODIES)
const moment = fc.constantFrom(...MOMENTS)

const subjectCommand = fc
  .record({
    code: subject,
    swapped: fc.constantFrom(false, false, true),
    basis: fc.constantFrom('flow' as const, 'flow' as const, 'stock' as const),
    unit: fc.constantFrom('亿元', '亿元', '座'),
    value: fc.constantFrom('150000', '20', null),
  })
  .map(({ code, swapped, basis, unit, value }) =>
    listing(code, (code === SUBJECTS[0]) === swapped ? 'project' : 'target', { basis, unit, value }),
  )

const itemCommand = fc
  .record({ code: fc.constantFrom('L-1', 'L-2'), subject, position: fc.nat(2), plan: fc.constantFrom(1, 40_000, null) })
  .map(({ code, subject: of, position, plan }) => itemListing(code, of, position, plan))

/** Of the year, or handed over in its middle. */
const dutyCommand = fc
  .record({
    subject,
    kind: fc.constantFrom('target' as const, 'project' as const),
    region: fc.constant(REGION),
    year: fc.constant(2025),
    body,
    reported: fc.constantFrom(
      { frequency: 'quarter' as const },
      { frequency: 'quarter' as const, from: '2025Q3' },
      { frequency: 'quarter' as const, from: '2025Q4', servedBy: 'XQ-145-P001' },
      { frequency: 'year' as const },
      { frequency: 'year' as const, from: '2025' },
    ),
    items: fc.subarray(['L-1', 'L-2'], { minLength: 1 }),
  })
  .map(({ reported, ...data }): HistoryEvent => ({ type: 'lianxi.duty.assigned.v1', data: { ...data, ...reported } }))

const cellCommand = fc.oneof(
  extensionCommand({ region: fc.constant(REGION), body, subject: fc.option(subject), period, dueAt: moment }),
  subjectCommand,
  itemCommand,
  dutyCommand,
  fc.record({
    type: fc.constant('lianxi.period.opened.v1' as const),
    data: fc.record({ period, opensAt: moment, dueAt: moment, closesAt: moment }),
  }),
  fc.record({ type: fc.constant('lianxi.period.fell-due.v1' as const), data: fc.record({ period, dueAt: moment }) }),
  fc.record({ type: fc.constant('lianxi.period.closed.v1' as const), data: fc.record({ period, closedAt: moment }) }),
)
const planCommand = fc.oneof({ weight: 9, arbitrary: cellCommand }, { weight: 1, arbitrary: libraryCommand(SUBJECTS) })

/** `replaces`: −1 nothing, else an earlier report of the topic, counted back from the last. */
const reportCommand = fc.record({
  subject,
  period,
  body,
  at: moment,
  nil: fc.boolean(),
  value: fc.constantFrom('20', '20', '10', '10.5', '90', '150000', '-3'),
  invested: fc.constantFrom(3, 30_000, 40_000, null),
  explained: fc.constantFrom(false, false, true),
  replaces: fc.constantFrom(-1, -1, -1, 0, 0, 1, 2),
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
  for (const { replaces: back, nil, at, value, invested, explained, ...place } of commands) {
    const replaces = back < 0 ? null : (said.at(-1 - back)?.id ?? null)
    const filing = {
      ...place,
      zone: ZONE,
      region: REGION,
      revision: said.length + 1,
      replaces,
      correctionReason: replaces !== null || explained ? '更正' : null,
      reportedBy: '甲',
      approvedBy: '乙',
      submittedAt: at,
      warnings: [],
    }
    const words = { problems: '', nextStep: '' }
    const figures = {
      ...{ stage: nil ? null : ('under-construction' as const), investedYearWan: nil ? null : invested },
      ...{ investedTotalWan: null, progressPercent: nil ? null : '62.5' },
    }
    const lists = { physicalProgress: '', milestones: [], matters: [] }
    said.push(
      kind === 'target'
        ? say(
            {
              type: 'lianxi.target.progress-reported.v1',
              data: {
                ...filing,
                content: { nil, value: nil ? null : value, figureSource: '', note: '', ...words },
              },
            },
            at,
          )
        : say(
            {
              type: 'lianxi.project.progress-reported.v1',
              data: { ...filing, content: { nil, ...figures, ...lists, ...words } },
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
    plan: fc.array(planCommand, { maxLength: 12, size: 'max' }),
    target: fc.array(reportCommand, { maxLength: 6, size: 'max' }),
    project: fc.array(reportCommand, { maxLength: 6, size: 'max' }),
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
