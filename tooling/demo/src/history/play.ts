import type { ReportKey } from '@lianxi/schema/commands/report'
import { comparePeriods } from '@lianxi/schema/period'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { CheckContext, PastFigure } from '@lianxi/schema/views/check-context'
import { decide, type ReportCommand, type ReportContext, type ReportDecision } from '@lianxi/domain/report/decide'
import { readEntry } from '@lianxi/domain/report/read-entry'
import { evolve, initialState, type ReportState, type ReportStep } from '@lianxi/domain/report/state'
import { momentsOfDemo } from '../lists/calendar'
import { ZONE } from '../lists/regions'
import type { Subjects } from '../lists/year-lists'
import { valuesOf } from '../lists/values'
import type { Act } from './acts'
import { choose } from './chance'
import { demoEventId } from './event-id'
import { WARNING_REASONS } from './words'

/** A report after a batch of acts, with the steps the batch added (versions count from 1). */
export type PlayedReport = {
  key: ReportKey
  kind: 'target' | 'project'
  body: string
  state: ReportState
  steps: PlayedStep[]
}
export type PlayedStep = {
  version: number
  step: ReportStep
  revision: number
  correctionReason: string | null
  submittedBy: string | null
}
/** An event as it is to be published: who says it and when. */
export type PlayedEvent = { id: string; event: LianxiEvent; source: string; at: Date }
export type Batch = { reports: PlayedReport[]; events: PlayedEvent[] }

/**
 * The offices at work: every act goes through the same `decide` as on the web, so the demo's history satisfies every
 * rule. A refusal is a bug of the demo and throws.
 */
export function createPlay(subjects: Subjects): (acts: readonly Act[]) => Batch {
  const states = new Map<string, ReportState>()
  const confirmed = new Set<string>()
  const figures = new Map<string, PastFigure[]>()
  return (acts) => {
    const reports = new Map<string, PlayedReport>()
    const events: PlayedEvent[] = []
    for (const act of acts) {
      const key = keyOf(act)
      const name = [key.subject, key.region, key.period].join('|')
      const before = states.get(name) ?? initialState(null)
      const context = contextOf(
        act,
        key,
        before,
        subjects,
        figures.get(`${key.subject}|${key.region}`) ?? [],
        confirmed,
      )
      const { steps, publish } = accepted(act.command(before), before, context, name)
      let state = before
      const played = reports.get(name) ?? {
        key,
        kind: act.listed.item.kind,
        body: act.listed.region.office,
        state,
        steps: [],
      }
      for (const step of steps) {
        const submittedBy = state.submitted?.id ?? null
        const { revision, correctionReason } = state
        state = evolve(state, step)
        played.steps.push({ version: state.version, step, revision, correctionReason, submittedBy })
        if (step.type === 'published') remember(figures, key, state)
      }
      states.set(name, state)
      if (steps.length > 0) reports.set(name, { ...played, state })
      if (publish?.type === 'lianxi.report.confirmed.v1') confirmed.add(publish.data.report)
      if (publish !== null)
        events.push({ id: context.eventId, event: publish, source: act.byBody ?? act.listed.region.office, at: act.at })
    }
    return { reports: [...reports.values()], events }
  }
}

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
      actorBodies: [region.office],
      window: { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), closed: false },
      channel: 'web',
      confirmed: confirmed.has(state.published?.eventId ?? ''),
    },
    check: checkOf(act, key, state, subjects, history),
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
    correction: state.published !== null,
    unit: target?.unit ?? null,
    basis: item.kind === 'target' ? (target?.basis ?? null) : null,
    targetValue: values?.yearValue?.value ?? null,
    planWan: item.kind === 'project' ? (item.years[year]?.planWan ?? null) : null,
    totalWan: item.kind === 'project' ? item.totalWan : null,
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
