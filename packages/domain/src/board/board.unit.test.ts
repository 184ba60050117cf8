import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { describe, expect, it } from 'vitest'
import { deriveCell, type CellInputs } from './derive-cell'
import type { CellDuty } from './duty'
import { evolvePeriod, type PeriodSaid } from './evolve-period'
import { evolveReport, type ReportSaid } from './evolve-report'
import { evolveVerdict } from './evolve-verdict'
import type { CellReports, CellVerdicts } from './sub-state'
import { DEFAULT_THRESHOLDS } from '../report/thresholds'

const [FIRST, SECOND, THIRD] = ['01', '02', '03'].map((n) => `01999d11-9800-7000-8000-0000000000${n}`) as [
  string,
  string,
  string,
]
const key = { zone: 'Z-PX', subject: 'XQ-145-T001', region: '510403', period: '2025Q3' }
const duty: CellDuty = { kind: 'target', body: '510403-FGJ', frequency: 'quarter', items: ['L-1'], holders: null }
const OPENED: PeriodSaid = {
  type: 'lianxi.period.opened.v1',
  data: {
    period: '2025Q3',
    opensAt: '2025-09-30T16:00:00.000Z',
    dueAt: '2025-10-15T10:00:00.000Z',
    closesAt: '2025-11-14T10:00:00.000Z',
  },
}
const FELL_DUE: PeriodSaid = { type: 'lianxi.period.fell-due.v1', data: { period: '2025Q3', dueAt: OPENED.data.dueAt } }
const CLOSED: PeriodSaid = {
  type: 'lianxi.period.closed.v1',
  data: { period: '2025Q3', closedAt: OPENED.data.closesAt },
}
const periodAfter = (...said: PeriodSaid[]) =>
  said.reduce<ReturnType<typeof evolvePeriod> | undefined>(evolvePeriod, undefined)
const opened = periodAfter(OPENED)

function report(
  eventId: string,
  change: { replaces?: string; at?: string; submittedAt?: string; body?: string; value?: string } = {},
): ReportSaid {
  const event: Extract<LianxiEvent, { type: 'lianxi.target.progress-reported.v1' }> = {
    type: 'lianxi.target.progress-reported.v1',
    data: {
      ...key,
      body: change.body ?? '510403-FGJ',
      revision: change.replaces === undefined ? 1 : 2,
      replaces: change.replaces ?? null,
      correctionReason: null,
      reportedBy: '甲',
      approvedBy: '乙',
      submittedAt: change.submittedAt ?? change.at ?? '2025-10-10T00:00:00.000Z',
      warnings: [],
      content: { nil: false, value: change.value ?? '160.5', figureSource: '', note: '', problems: '', nextStep: '' },
    },
  }
  const occurredAt = change.at ?? '2025-10-10T00:00:00.000Z'
  return { ...event, eventId, occurredAt, before: {} }
}
const reported = (...said: ReportSaid[]) => said.reduce<CellReports | undefined>(evolveReport, undefined)
const judged = (name: 'returned' | 'confirmed', of: string, before?: CellVerdicts) => {
  const data = {
    report: of,
    subject: key.subject,
    region: key.region,
    period: key.period,
    by: 'Z-PX-LXB',
    person: '丙',
  }
  const event: LianxiEvent =
    name === 'returned'
      ? { type: 'lianxi.report.returned.v1', data: { ...data, reason: '请核对' } }
      : { type: 'lianxi.report.confirmed.v1', data }
  if (event.type !== 'lianxi.report.returned.v1' && event.type !== 'lianxi.report.confirmed.v1')
    throw new Error('no verdict')
  return evolveVerdict(before, { ...event, eventId: THIRD, occurredAt: '2025-10-11T00:00:00.000Z' })
}
const cell = (inputs: Partial<CellInputs>) =>
  deriveCell({
    ...{
      key,
      duty: undefined,
      period: undefined,
      extensions: [],
      promised: undefined,
      thresholds: DEFAULT_THRESHOLDS,
      reports: undefined,
      verdicts: undefined,
    },
    ...inputs,
  })

describe('a cell', () => {
  it('given neither a duty in an opened period nor a report, is not there', () => {
    expect(cell({ duty })).toBeUndefined()
    expect(cell({ period: opened })).toBeUndefined()
    expect(cell({ duty, period: periodAfter(FELL_DUE) })).toBeUndefined()
    expect(cell({ duty: { ...duty, frequency: 'year' }, period: opened })).toBeUndefined()
    expect(cell({ verdicts: judged('returned', FIRST) })).toBeUndefined()
  })

  it('given a duty in an opened period, is pending until the due moment, then overdue', () => {
    expect(cell({ duty, period: opened })).toMatchObject({
      state: 'pending',
      body: '510403-FGJ',
      reports: 0,
      value: null,
    })
    expect(cell({ duty, period: periodAfter(OPENED, FELL_DUE) })).toMatchObject({ state: 'overdue' })
  })

  it('given a report without its duty or period, waits, whole', () => {
    const waiting = { state: 'waiting', value: '160.5', body: '510403-FGJ', kind: 'target', eventId: FIRST }
    expect(cell({ reports: reported(report(FIRST)) })).toMatchObject({ ...waiting, dueAt: null })
    expect(cell({ reports: reported(report(FIRST)), period: opened })).toMatchObject(waiting)
    expect(cell({ reports: reported(report(FIRST)), duty })).toMatchObject(waiting)
  })

  it('given all halves, is reported, and late only if the first report came after the due moment', () => {
    const late = report(FIRST, { at: '2025-10-15T10:00:00.001Z' })
    const inTime = report(FIRST, { at: '2025-10-15T10:00:00.000Z' })
    const correction = report(SECOND, { replaces: FIRST, at: '2025-10-20T00:00:00.000Z' })
    expect(cell({ duty, period: opened, reports: reported(late) })).toMatchObject({ state: 'reported', late: true })
    expect(cell({ duty, period: opened, reports: reported(inTime, correction) })).toMatchObject({
      late: false,
      revision: 2,
      reports: 2,
      eventId: SECOND,
    })
  })
})

describe('a report that names another predecessor than the one that stands', () => {
  it('is in conflict, keeps both ids, and is settled by a report that replaces the standing one', () => {
    const conflict = reported(report(FIRST), report(SECOND))
    expect(conflict?.target).toMatchObject({
      current: { eventId: SECOND },
      conflict: { expected: FIRST, replaces: null },
    })
    expect(cell({ duty, period: opened, reports: conflict })).toMatchObject({ conflict: true, eventId: SECOND })
    const settled = reported(report(FIRST), report(SECOND), report(THIRD, { replaces: SECOND }))
    expect(cell({ duty, period: opened, reports: settled })).toMatchObject({ conflict: false, eventId: THIRD })
  })
})

describe('a verdict', () => {
  const reports = reported(report(FIRST))
  it('counts while it names the report that stands, the last one of several', () => {
    const verdicts = judged('returned', FIRST)
    expect(cell({ duty, period: opened, reports, verdicts })).toMatchObject({ state: 'returned', confirmed: false })
    const confirmed = judged('confirmed', FIRST, verdicts)
    expect(cell({ duty, period: opened, reports, verdicts: confirmed })).toMatchObject({
      state: 'reported',
      confirmed: true,
    })
  })

  it('counts no more when a correction stands, and not yet when its report is unknown', () => {
    const corrected = reported(report(FIRST), report(SECOND, { replaces: FIRST }))
    const verdicts = judged('returned', FIRST)
    expect(cell({ duty, period: opened, reports: corrected, verdicts })).toMatchObject({ state: 'reported' })
    expect(cell({ duty, period: opened, reports, verdicts: judged('returned', SECOND) })).toMatchObject({
      state: 'reported',
    })
  })
})

describe('the second check', () => {
  const late = '2025-12-01T00:00:00.000Z'
  it('objects to another body, to what was said before opening and after closing', () => {
    const objections = (said: ReportSaid) => cell({ duty, period: opened, reports: reported(said) })?.objections
    expect(objections(report(FIRST))).toEqual([])
    expect(objections(report(FIRST, { body: '510403-JTJ' }))).toEqual(['wrong-body'])
    expect(objections(report(FIRST, { at: '2025-09-30T15:59:59.999Z' }))).toEqual(['before-opening'])
    expect(objections(report(FIRST, { at: late }))).toEqual(['after-closing'])
  })

  it('does not hold a slow approver against an office that submitted before closing', () => {
    const said = report(FIRST, { at: late, submittedAt: '2025-11-01T00:00:00.000Z' })
    expect(cell({ duty, period: opened, reports: reported(said) })?.objections).toEqual([])
  })

  it('takes a correction after closing if the report it replaces was returned', () => {
    const reports = reported(report(FIRST), report(SECOND, { replaces: FIRST, at: late }))
    expect(cell({ duty, period: opened, reports, verdicts: judged('returned', FIRST) })?.objections).toEqual([])
    expect(cell({ duty, period: opened, reports, verdicts: judged('confirmed', FIRST) })?.objections).toEqual([
      'after-closing',
    ])
  })
})

describe('a period', () => {
  it('is the same whatever the order of its events', () => {
    const expected = { ...OPENED.data, fellDue: true, closed: true, period: undefined }
    for (const order of [
      [OPENED, FELL_DUE, CLOSED],
      [CLOSED, FELL_DUE, OPENED],
      [FELL_DUE, OPENED, CLOSED],
    ]) {
      expect({ ...periodAfter(...order), period: undefined }).toEqual(expected)
    }
  })

  it('opened again with later moments, has not fallen due any more', () => {
    const later = { ...OPENED.data, dueAt: '2025-10-31T10:00:00.000Z', closesAt: '2025-12-14T10:00:00.000Z' }
    const extended: PeriodSaid = { type: 'lianxi.period.opened.v1', data: later }
    expect(periodAfter(OPENED, FELL_DUE, CLOSED, extended)).toMatchObject({
      dueAt: later.dueAt,
      fellDue: false,
      closed: false,
    })
    expect(periodAfter(OPENED, extended, FELL_DUE)).toMatchObject({ fellDue: false })
  })
})
