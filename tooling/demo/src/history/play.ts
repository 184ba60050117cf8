import { DEFAULT_THRESHOLDS } from '@lianxi/domain/report/thresholds'
import type { ReportKey } from '@lianxi/schema/commands/report'
import { comparePeriods } from '@lianxi/schema/period'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { CheckContext, PastFigure } from '@lianxi/schema/views/check-context'
import { decide, type ReportCommand, type ReportContext, type ReportDecision } from '@lianxi/domain/report/decide'
import { readEntry } from '@lianxi/domain/report/read-entry'
import { evolve, initialState, type ReportState } from '@lianxi/domain/report/state'
import type { ImportedReport, ImportedRevision } from '@lianxi/db/report/import'
import { momentsOfDemo } from '../lists/calendar'
import { ZONE } from '../lists/regions'
import { MONTHLY_PERCENT, type Subjects } from '../lists/year-lists'
import { valuesOf } from '../lists/values'
import type { Act } from './acts'
import { choose } from './chance'
import { demoEventId } from './event-id'
import { WARNING_REASONS } from './words'

/** An event as it is to be published: who says it and when. */
export type PlayedEvent = { id: string; event: LianxiEvent; source: string; at: Date }
/** `reports` as they are after the batch, with what it added to them. */
export type Batch = { reports: ImportedReport[]; events: PlayedEvent[] }

type Memory = {
  states: Map<string, ReportState>
  confirmed: Set<string>
  figures: Map<string, PastFigure[]>
}

/**
 * The offices at work: every act goes through the same `decide` as on the web, so the demo's history satisfies every
 * rule. A refusal is a bug of the demo and throws.
 */
export function createPlay(subjects: Subjects): (acts: readonly Act[]) => Batch {
  const memory: Memory = { states: new Map(), confirmed: new Set(), figures: new Map() }
  return (acts) => {
    const reports = new Map<string, ImportedReport>()
    const events: PlayedEvent[] = []
    for (const act of acts) {
      const { report, event } = playAct(act, subjects, memory, reports)
      if (report !== null) reports.set(nameOf(report.key), report)
      if (event !== null) events.push(event)
    }
    return { reports: [...reports.values()], events }
  }
}

function playAct(act: Act, subjects: Subjects, memory: Memory, batch: Map<string, ImportedReport>) {
  const key = keyOf(act)
  const name = nameOf(key)
  const before = memory.states.get(name) ?? initialState(null)
  const history = memory.figures.get(`${key.subject}|${key.region}`) ?? []
  const context = contextOf(act, key, before, subjects, history, memory.confirmed)
  const { steps, publish } = accepted(act.command(before), before, context, name)
  const state = steps.reduce(evolve, before)
  memory.states.set(name, state)
  if (publish?.type === 'lianxi.report.confirmed.v1') memory.confirmed.add(publish.data.report)
  const revision = publish === null ? [] : revisionOf(publish, context)
  if (revision.length > 0) remember(memory.figures, key, state)
  const { office } = act.listed.region
  const { kind } = act.listed.item
  const earlier = batch.get(name) ?? { id: reportId(key), key, kind, body: office, steps: [], revisions: [] }
  const report: ImportedReport = {
    ...earlier,
    state,
    steps: [...earlier.steps, ...steps],
    revisions: [...earlier.revisions, ...revision],
    updatedAt: context.now,
  }
  const event = publish && { id: context.eventId, event: publish, source: act.byBody ?? office, at: act.at }
  return { report: steps.length === 0 ? null : report, event }
}

function revisionOf(event: LianxiEvent, { eventId, now: publishedAt }: ReportContext): ImportedRevision[] {
  if (event.type !== 'lianxi.target.progress-reported.v1' && event.type !== 'lianxi.project.progress-reported.v1')
    return []
  const { revision, content, correctionReason: reason, reportedBy: submittedBy, approvedBy } = event.data
  return [{ revision, eventId, content, reason, submittedBy, approvedBy, publishedAt }]
}

const nameOf = ({ subject, region, period }: ReportKey): string => [subject, region, period].join('|')
const reportId = ({ subject, region, period }: ReportKey): string =>
  demoEventId(momentsOfDemo(period).opensAt, 'report', subject, region, period)

const keyOf = ({ listed, period }: Act): ReportKey => ({
  zone: ZONE,
  subject: listed.item.subject,
  region: listed.region.code,
  period,
})

/** Warnings want a reason: the office gives one, as it would. */
function accepted(command: ReportCommand, state: ReportState, context: ReportContext, name: string) {
  const first = decide(command, state, context)
  const decision =
    first.ok || first.refusal.code !== 'warning-unanswered'
      ? first
      : decide(answering(command, first, name), state, context)
  if (decision.ok) return decision
  const found = decision.findings.map(({ code, message }) => `${code} ${message}`).join('；')
  throw new Error(`demo: ${command.type} of ${name} is refused: ${decision.refusal.code} ${found}`)
}

function answering(command: ReportCommand, { findings }: ReportDecision, name: string): ReportCommand {
  if (command.type !== 'submit' && command.type !== 'save-draft') return command
  const warningReasons = findings.flatMap(({ level, code }) =>
    level === 'warning' ? [{ code, reason: choose(WARNING_REASONS, code, name) }] : [],
  )
  return { ...command, warningReasons }
}

function contextOf(
  act: Act,
  key: ReportKey,
  state: ReportState,
  subjects: Subjects,
  history: PastFigure[],
  confirmed: Set<string>,
): ReportContext {
  const { opensAt, closesAt } = momentsOfDemo(key.period)
  const { item, region } = act.listed
  return {
    filing: {
      ...key,
      kind: item.kind,
      dutyBody: region.office,
      servedBy: null,
      actorBodies: [region.office],
      window: { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), closed: false },
      channel: 'web',
      confirmed: confirmed.has(state.published?.eventId ?? ''),
    },
    check: checkOf(act, key, state, subjects, history),
    evidence: [],
    actor: act.actor,
    now: act.at.toISOString(),
    eventId: demoEventId(act.at, key.subject, key.region, key.period, state.version, act.byBody ?? 'office'),
  }
}

function checkOf(
  act: Act,
  key: ReportKey,
  state: ReportState,
  subjects: Subjects,
  history: PastFigure[],
): CheckContext {
  const { item, region, year } = act.listed
  const target = subjects.targets.get(key.subject)
  const values = item.kind === 'target' && target !== undefined ? valuesOf(item, target, region.code, year) : null
  return {
    period: key.period,
    saidAt: act.at.toISOString(),
    correction: state.published !== null,
    unit: target?.unit ?? null,
    basis: item.kind === 'target' ? (target?.basis ?? null) : null,
    qualitative: item.kind === 'target' && target?.basis === 'flag',
    targetValue: values?.yearValue?.value ?? null,
    yearValue: values?.yearValue?.value ?? null,
    baseline: values?.baseline?.value ?? null,
    planWan: item.kind === 'project' ? (item.years[year]?.planWan ?? null) : null,
    totalWan: item.kind === 'project' ? item.totalWan : null,
    curve: item.kind === 'project' ? MONTHLY_PERCENT : null,
    thresholds: DEFAULT_THRESHOLDS,
    neighbours: null,
    history: history.filter(({ period }) => period !== key.period),
  }
}

/** The figures that stand, one a period, oldest first, for the checks that compare. */
function remember(
  figures: Map<string, PastFigure[]>,
  { subject, region, period }: ReportKey,
  state: ReportState,
): void {
  if (state.published === null) return
  const read = readEntry(state.published.entry)
  const figure: PastFigure =
    read.kind === 'target'
      ? {
          period,
          value: read.content.value,
          stage: null,
          investedYearWan: null,
          investedTotalWan: null,
          progressPercent: null,
        }
      : { period, value: null, ...pick(read.content) }
  const others = (figures.get(`${subject}|${region}`) ?? []).filter((past) => past.period !== period)
  figures.set(
    `${subject}|${region}`,
    [...others, figure].sort((a, b) => comparePeriods(a.period, b.period)),
  )
}

const pick = ({ stage, investedYearWan, investedTotalWan, progressPercent }: Omit<PastFigure, 'period' | 'value'>) => ({
  stage,
  investedYearWan,
  investedTotalWan,
  progressPercent,
})
