import { frequencyOf, yearOf, type Period } from '@lianxi/schema/period'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deriveCell, type Cell, type Duty } from './derive-cell'
import { evolvePeriod } from './evolve-period'
import { evolveReport } from './evolve-report'
import { evolveVerdict } from './evolve-verdict'
import type { CellReports, CellVerdicts, PeriodState } from './sub-state'
import { histories, interleave, picks, REGION, ZONE, type Said } from './testing/histories'

/** A board in memory that folds what arrives and derives touched cells at once, as the worker does. */
class Board {
  private readonly duties = new Map<string, Duty>()
  private readonly periods = new Map<Period, PeriodState>()
  private readonly reports = new Map<string, CellReports>()
  private readonly verdicts = new Map<string, CellVerdicts>()
  readonly cells = new Map<string, Cell>()

  arrive({ id: eventId, occurredAt, event }: Said): void {
    switch (event.type) {
      case 'lianxi.duty.assigned.v1':
        this.duties.set(`${event.data.subject} ${event.data.year}`, event.data)
        for (const period of this.periods.keys()) this.derive(event.data.subject, period)
        return this.deriveKnown(({ subject }) => subject === event.data.subject)
      case 'lianxi.period.opened.v1':
      case 'lianxi.period.fell-due.v1':
      case 'lianxi.period.closed.v1': {
        const { period } = event.data
        this.periods.set(period, evolvePeriod(this.periods.get(period), event))
        for (const duty of this.duties.keys()) this.derive(duty.split(' ')[0] ?? '', period)
        return this.deriveKnown((cell) => cell.period === period)
      }
      case 'lianxi.target.progress-reported.v1':
      case 'lianxi.project.progress-reported.v1': {
        const key = `${event.data.subject} ${event.data.period}`
        this.reports.set(key, evolveReport(this.reports.get(key), { ...event, eventId, occurredAt }))
        return this.derive(event.data.subject, event.data.period)
      }
      case 'lianxi.report.returned.v1':
      case 'lianxi.report.confirmed.v1': {
        const key = `${event.data.subject} ${event.data.period}`
        this.verdicts.set(key, evolveVerdict(this.verdicts.get(key), { ...event, eventId, occurredAt }))
        return this.derive(event.data.subject, event.data.period)
      }
      default:
        return event satisfies never
    }
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
        expect(cell.frequency).toBe(frequencyOf(cell.period))
      }
    }),
    { numRuns: 2_000, seed: 1 },
  )
  const states = ['pending', 'overdue', 'reported', 'returned', 'waiting', 'conflict', 'late']
  const objections = ['wrong-body', 'other-kind', 'other-frequency', 'before-opening', 'after-closing']
  expect([...seen].sort()).toEqual([...states, ...objections].sort())
}, 30_000)
