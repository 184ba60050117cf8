import type { AnsweredWarning } from '@lianxi/schema/events/reports'
import type { CheckContext, PastFigure } from '@lianxi/schema/views/check-context'
import { basis as bases, stage as stages } from '@lianxi/schema/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEntry } from '../report/check'
import { digestOf } from '../report/digest'
import type { Promised } from '../report/promised'
import { entryOf } from '../report/read-entry'
import { deriveCell } from './derive-cell'
import { evolveReport, type ReportSaid } from './evolve-report'
import type { CellReports } from './sub-state'
import { DEFAULT_THRESHOLDS } from '../report/thresholds'

const SAID_AT = '2025-10-10T00:00:00.000Z'
const key = { zone: 'Z-PX', subject: 'XQ-145-T001', region: '510403' }
const PERIODS = [2024, 2025].flatMap((year) => [`${year}Q1`, `${year}H1`, `${year}Q3`, `${year}-11`, `${year}`])
const past = (period: string, value: string | null): PastFigure => ({
  ...{ period, value, stage: null, investedYearWan: null },
  ...{ investedTotalWan: null, progressPercent: null },
})
const FLOW: Promised = {
  ...{ kind: 'target', unit: '亿元', basis: 'flow', targetValue: '260' },
  ...{ qualitative: false, planWan: null, totalWan: null, curve: null, yearValue: null, baseline: null },
}

type Content = Extract<ReportSaid, { type: `lianxi.target.${string}` }>['data']['content']
type ProjectContent = Extract<ReportSaid, { type: `lianxi.project.${string}` }>['data']['content']
type Said = {
  period: string
  content: { kind: 'target'; content: Content } | { kind: 'project'; content: ProjectContent }
  history: PastFigure[]
  correctionReason?: string | null
  warnings?: AnsweredWarning[]
}

/** What the worker keeps of a report sent directly, and what the cell then says. */
function cellOf({ period, content, history, correctionReason = null, warnings = [] }: Said, promised?: Promised) {
  const filing = {
    ...key,
    ...{ body: '510403-FGJ', period, revision: 1, replaces: null, correctionReason, warnings },
    ...{ reportedBy: '甲', approvedBy: '乙', submittedAt: '2025-10-10T00:00:00.000Z' },
  }
  const identity = {
    eventId: '01999d11-9800-7000-8000-000000000001',
    occurredAt: SAID_AT,
    before: digestOf(history, period),
  }
  const said: ReportSaid =
    content.kind === 'target'
      ? { type: 'lianxi.target.progress-reported.v1', ...identity, data: { ...filing, content: content.content } }
      : { type: 'lianxi.project.progress-reported.v1', ...identity, data: { ...filing, content: content.content } }
  return derived(evolveReport(undefined, said), period, promised)
}

function derived(
  reports: CellReports,
  period: string,
  promised: Promised | undefined,
  thresholds = DEFAULT_THRESHOLDS,
) {
  const nothing = { duty: undefined, period: undefined, extensions: [], verdicts: undefined, thresholds }
  const cell = deriveCell({ key: { ...key, period }, ...nothing, promised, reports })
  return { objections: cell?.objections, findings: cell?.findings ?? null, reports }
}

const words = { figureSource: '', note: '', problems: '', nextStep: '' }
const figure = (value: string | null, doneOn?: string | null): Said['content'] => ({
  kind: 'target',
  content: { nil: value === null && doneOn === undefined, value, ...(doneOn !== undefined && { doneOn }), ...words },
})
const HISTORY = [past('2025Q1', '71.2'), past('2025Q2', '201.60')]
const sent = (value: string, change: Partial<Said> = {}) =>
  cellOf({ period: '2025Q3', content: figure(value), history: HISTORY, ...change }, FLOW)

describe('the figures of a report that stands', () => {
  it('given a year-to-date figure that falls, are objected to in a sentence with the numbers', () => {
    expect(sent('160.5')).toMatchObject({
      objections: ['year-to-date-falls'],
      findings: [
        {
          level: 'error',
          code: 'year-to-date-falls',
          message: '此指标按当年累计填报，2025年二季度已报 201.6 亿元，本期不应减少；确需减少的，请填写更正原因。',
        },
      ],
    })
  })

  it('given a reason, may fall; blanks are none', () => {
    expect(sent('160.5', { correctionReason: '上期误报' })).toMatchObject({ objections: [], findings: null })
    expect(sent('160.5', { correctionReason: ' ' }).objections).toEqual(['year-to-date-falls'])
  })

  it('given a warning nobody answered, show it without objecting; answered it travels in the event alone', () => {
    const jump = sent('2184000')
    expect(jump.objections).toEqual([])
    expect(jump.findings).toMatchObject([{ level: 'warning', code: 'unit-jump' }])
    const answer = { code: 'unit-jump', message: '', reason: '单位已核对' }
    expect(sent('2184000', { warnings: [answer] }).findings).toBeNull()
    expect(sent('2184000', { warnings: [{ ...answer, reason: ' ' }] }).findings).toHaveLength(1)
  })

  it('given an unknown subject, one of another kind, or a report from before the checks, wait', () => {
    const { reports } = sent('160.5')
    const nothing = { objections: [], findings: null }
    expect(derived(reports, '2025Q3', undefined)).toMatchObject(nothing)
    expect(derived(reports, '2025Q3', { ...FLOW, kind: 'project' })).toMatchObject(nothing)
    delete reports.target?.current.before
    expect(derived(reports, '2025Q3', FLOW)).toMatchObject(nothing)
  })
})

const decimal = fc
  .tuple(fc.integer({ min: -50, max: 3_000 }), fc.nat(999_999), fc.constantFrom(0, 1, 6))
  .map(([whole, fraction, places]) =>
    places === 0 ? `${whole}` : `${whole}.${String(fraction).padStart(6, '0').slice(0, places)}`,
  )
const large = fc.oneof({ weight: 4, arbitrary: decimal }, { weight: 1, arbitrary: decimal.map((text) => scaled(text)) })
/** Ten thousand times as much, still a decimal of the contract. */
const scaled = (text: string): string =>
  `${text.split('.')[0] === '-0' ? '-1' : text.split('.')[0]}0000`.replace(/^(-?)0+(?=\d)/, '$1')
const wan = fc.option(fc.oneof(fc.nat(3_000), fc.nat(30_000_000)))
const percent = fc.option(fc.constantFrom('0', '37.5', '62.50', '100', '100.00'))
const stage = fc.constantFrom(...stages.words)

const pastFigure = fc.record({
  period: fc.constantFrom(...PERIODS),
  value: fc.option(large),
  stage: fc.option(stage),
  investedYearWan: wan,
  investedTotalWan: wan,
  progressPercent: percent,
})
const history = fc.uniqueArray(pastFigure, { selector: ({ period }) => period, maxLength: 9 })
const doneOn = fc.constantFrom(
  undefined,
  undefined,
  undefined,
  null,
  '2023-12-01',
  '2025-10-10',
  '2025-10-11',
  '2026-02-28',
)
const milestones = fc.array(
  fc.record({
    name: fc.constant('主体封顶'),
    reachedOn: fc.constantFrom('2023-12-01', '2025-10-10', '2025-10-11', '2026-02-28'),
  }),
  { maxLength: 3 },
)
const target = fc.tuple(fc.option(large), doneOn).map(([value, day]) => figure(value, day))
const project = fc
  .record({
    stage,
    investedYearWan: wan,
    investedTotalWan: wan,
    progressPercent: percent,
    nil: fc.boolean(),
    milestones,
  })
  .map(({ nil, milestones: reached, ...figures }): Said['content'] => {
    const none = { stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null }
    const said = { physicalProgress: '', milestones: nil ? [] : reached, matters: [], problems: '', nextStep: '' }
    return { kind: 'project', content: { nil, ...(nil ? none : figures), ...said } }
  })
const promised = fc.record({
  unit: fc.constantFrom('亿元', '座', '%', null),
  basis: fc.constantFrom(...bases.words),
  qualitative: fc.boolean(),
  targetValue: fc.option(large),
  yearValue: fc.option(large),
  baseline: fc.option(large),
  curve: fc.constantFrom<number[] | null>(null, [2, 5, 12, 20, 30, 41, 51, 61, 72, 82, 92, 100]),
  planWan: wan,
  totalWan: wan,
})
const reason = fc.constantFrom(null, '', ' ', '上期误报')

describe('the worker and the form', () => {
  const seen = new Set<string>()
  it('say the same of the same history, whatever was reported', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PERIODS),
        fc.oneof(target, project),
        history,
        promised,
        reason,
        (period, content, before, plan, correctionReason) => {
          const context: CheckContext = {
            ...{
              period,
              saidAt: SAID_AT,
              correction: false,
              neighbours: null,
              thresholds: DEFAULT_THRESHOLDS,
              ...plan,
            },
            history: before.filter((figures) => figures.period !== period),
          }
          // An event may leave figures out; a form may not be submitted as it was opened.
          const typed = checkEntry(entryOf(content), context, correctionReason).filter(
            ({ code }) => code !== 'progress-missing',
          )
          const { findings, objections } = cellOf(
            { period, content, history: context.history, correctionReason },
            { kind: content.kind, ...plan },
          )
          expect(findings ?? []).toEqual(typed.map(({ level, code, message }) => ({ level, code, message })))
          const errors = typed.flatMap(({ level, code }) => (level === 'error' ? [code] : []))
          expect(objections).toEqual([...new Set(errors)])
          for (const { code } of typed) seen.add(code)
        },
      ),
      { numRuns: 3_000, seed: 4 },
    )
  })

  it('met every rule on the way, so that the property is about something', () => {
    const target = [
      'done-after-period',
      'done-in-future',
      'done-not-asked',
      'nil-first',
      'nil-new-year',
      'off-path',
      'outlier',
      'ratio-over-hundred',
      'unit-jump',
      'value-negative',
    ]
    const whole = ['value-not-whole', 'value-range', 'year-to-date-falls']
    const project = [
      'completed-below-hundred',
      'hundred-not-completed',
      'invested-falls',
      'milestone-after-period',
      'milestone-in-future',
      'over-total',
      'progress-falls',
    ]
    const sums = ['stage-back', 'sums-apart', 'total-below-year', 'unit-jump-total', 'unit-jump-year']
    expect([...seen].sort()).toEqual([...target, ...whole, ...project, ...sums].sort())
  })
})
