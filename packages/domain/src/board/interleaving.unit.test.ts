import { frequencyOf, yearOf, type Period } from '@lianxi/schema/period'
import type { PastFigure } from '@lianxi/schema/views/check-context'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digestOf } from '../report/digest'
import { promisedOf, type Promised } from '../report/promised'
import { deriveCell, type Cell } from './derive-cell'
import { type Duty, evolveDuty } from './duty'
import { evolveExtension, hasEnded, standingOf, type Extension, type ExtensionState } from './extension'
import { evolvePeriod } from './evolve-period'
import { evolveReport, figuresOf } from './evolve-report'
import { evolveVerdict } from './evolve-verdict'
import type { CellReports, CellVerdicts, PeriodState } from './sub-state'
import { histories, interleave, picks, REGION, ZONE, type HistoryEvent, type Said } from './testing/histories'
import { DEFAULT_THRESHOLDS } from '../report/thresholds'

type ReportEvent = Extract<HistoryEvent, { type: `lianxi.${'target' | 'project'}.progress-reported.v1` }>
type Listing = Extract<HistoryEvent, { type: `lianxi.${'target' | 'project'}.listed.v1` }>
type Item = Extract<HistoryEvent, { type: 'lianxi.item.listed.v1' }>['data']

/** A board in memory that folds what arrives and derives touched cells at once, as the worker does. */
class Board {
  private readonly duties = new Map<string, Duty>()
  private readonly periods = new Map<Period, PeriodState>()
  private readonly extensions = new Map<
    string,
    ExtensionState & Pick<Extension, 'body' | 'subject'> & { period: Period }
  >()
  private readonly subjects = new Map<string, Listing>()
  private readonly items = new Map<string, Item>()
  private readonly figures = new Map<string, Map<Period, PastFigure>>()
  private readonly reports = new Map<string, CellReports>()
  private readonly verdicts = new Map<string, CellVerdicts>()
  readonly cells = new Map<string, Cell>()

  arrive({ id: eventId, occurredAt, event }: Said): void {
    switch (event.type) {
      case 'lianxi.duty.assigned.v1': {
        const key = `${event.data.subject} ${event.data.year}`
        this.duties.set(key, evolveDuty(this.duties.get(key), event.data))
        for (const period of this.periods.keys()) this.derive(event.data.subject, period)
        return this.deriveKnown(({ subject }) => subject === event.data.subject)
      }
      case 'lianxi.duty.extended.v1':
      case 'lianxi.duty.extension-withdrawn.v1':
      case 'lianxi.duty.extension-ended.v1': {
        const { body, subject, period } = event.data
        const key = `${period} ${body} ${subject}`
        const state = evolveExtension(this.extensions.get(key), { ...event, source: 'Z-PX-LXB', occurredAt })
        this.extensions.set(key, { ...state, body, subject, period })
        return this.deriveKnown((cell) => cell.period === period)
      }
      case 'lianxi.target.listed.v1':
      case 'lianxi.project.listed.v1':
        this.subjects.set(event.data.code, event)
        return this.deriveKnown(({ subject }) => subject === event.data.code)
      case 'lianxi.item.listed.v1': {
        const before = this.items.get(event.data.code)?.subject
        this.items.set(event.data.code, event.data)
        return this.deriveKnown(({ subject }) => subject === event.data.subject || subject === before)
      }
      case 'lianxi.period.opened.v1':
      case 'lianxi.period.fell-due.v1':
      case 'lianxi.period.closed.v1': {
        const { period } = event.data
        this.periods.set(period, evolvePeriod(this.periods.get(period), event))
        for (const duty of this.duties.keys()) this.derive(duty.split(' ')[0] ?? '', period)
        return this.deriveKnown((cell) => cell.period === period)
      }
      case 'lianxi.target.progress-reported.v1':
      case 'lianxi.project.progress-reported.v1':
        return this.report(event, { eventId, occurredAt })
      case 'lianxi.report.returned.v1':
      case 'lianxi.report.confirmed.v1': {
        const key = `${event.data.subject} ${event.data.period}`
        this.verdicts.set(key, evolveVerdict(this.verdicts.get(key), { ...event, eventId, occurredAt }))
        return this.derive(event.data.subject, event.data.period)
      }
      case 'lianxi.project.merged.v1':
      case 'lianxi.project.separated.v1':
      case 'lianxi.project.advanced.v1':
        return // the library's, no cell's
      default:
        return event satisfies never
    }
  }

  private report(event: ReportEvent, identity: { eventId: string; occurredAt: string }): void {
    const { subject, period } = event.data
    const series = `${event.type} ${subject}`
    const past = this.figures.get(series) ?? new Map<Period, PastFigure>()
    const before = digestOf([...past.values()], period)
    this.figures.set(series, past.set(period, figuresOf(event, period)))
    const key = `${subject} ${period}`
    this.reports.set(key, evolveReport(this.reports.get(key), { ...event, ...identity, before }))
    return this.derive(subject, period)
  }

  private extended(period: Period): Extension[] {
    return [...this.extensions.values()].flatMap((state) => {
      const { body, subject } = state
      const dueAt = standingOf(state)?.dueAt
      return state.period !== period || dueAt === undefined
        ? []
        : [{ body, subject, region: REGION, dueAt, ended: hasEnded(state) }]
    })
  }

  private promised(subject: string, year: number): Promised | undefined {
    const listed = this.subjects.get(subject)
    if (listed === undefined) return undefined
    const [item = null] = [...this.items.values()]
      .filter((each) => each.subject === subject && each.year === year)
      .sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1))
    return listed.type === 'lianxi.target.listed.v1'
      ? promisedOf({ kind: 'target', doc: listed.data }, REGION, item)
      : promisedOf({ kind: 'project', doc: listed.data }, REGION, item)
  }

  private deriveKnown(touched: (cell: Cell) => boolean): void {
    for (const cell of [...this.cells.values()].filter(touched)) this.derive(cell.subject, cell.period)
  }

  private derive(subject: string, period: Period): void {
    const key = `${subject} ${period}`
    const cell = deriveCell({
      key: { zone: ZONE, subject, region: REGION, period },
      duty: this.duties.get(`${subject} ${yearOf(period)}`),
      period: this.periods.get(period),
      extensions: this.extended(period),
      promised: this.promised(subject, yearOf(period)),
      thresholds: DEFAULT_THRESHOLDS,
      reports: this.reports.get(key),
      verdicts: this.verdicts.get(key),
    })
    if (cell === undefined) this.cells.delete(key)
    else this.cells.set(key, cell)
  }
}

const boardAfter = (arrivals: readonly { said: Said }[]): Cell[] => {
  const board = new Board()
  for (const { said } of arrivals) board.arrive(said)
  return [...board.cells.values()].sort((a, b) => `${a.subject} ${a.period}`.localeCompare(`${b.subject} ${b.period}`))
}

it('gives the same board for every interleaving of the topics', () => {
  fc.assert(
    fc.property(histories, picks, picks, (history, one, other) => {
      expect(boardAfter(interleave(history, one))).toEqual(boardAfter(interleave(history, other)))
    }),
    { numRuns: 500 },
  )
}, 30_000)

it('meets every state and objection on the way, so that the property is about something', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(histories, picks, (history, one) => {
      for (const cell of boardAfter(interleave(history, one))) {
        for (const word of [cell.state, ...cell.objections]) seen.add(word)
        if (cell.conflict) seen.add('conflict')
        if (cell.late) seen.add('late')
        for (const { level, code } of cell.findings ?? []) if (level === 'warning') seen.add(code)
        expect(cell.frequency).toBe(frequencyOf(cell.period))
      }
    }),
    { numRuns: 5_000, seed: 1 },
  )
  const states = ['pending', 'overdue', 'reported', 'returned', 'waiting', 'conflict', 'late']
  const objections = ['wrong-body', 'other-kind', 'other-frequency', 'before-opening', 'after-closing']
  const errors = [
    'year-to-date-falls',
    'invested-falls',
    'nil-first',
    'nil-new-year',
    'value-negative',
    'value-not-whole',
  ]
  const warnings = ['unit-jump', 'unit-jump-year', 'outlier', 'off-path']
  expect([...seen].sort()).toEqual([...states, ...objections, ...errors, ...warnings].sort())
}, 30_000)
