import { createHash } from 'node:crypto'
import type { Kind, ReportReceipt } from '../checker/receipts'
import { chance, type Chance } from './chance'
import { eventIdOf, type Message, messageOf, type Said } from './message'
import { drawPoison, reuseId } from './poison'
import { DIRECT_PERIODS, DIRECT_SUBJECTS, PROBE_PERIOD, PROBE_SUBJECT, subjectOf, topicOf, ZONE } from './world'

type Report = Omit<ReportReceipt, 'offset'>
/** One message and what must become of it. */
export type Planned = Message &
  (
    | { what: 'report'; report: Report }
    | { what: 'repeat'; eventId: string }
    | { what: 'poison'; mark: string; reasons: readonly string[] }
  )

type Cell = { subject: string; period: string; said: string[] }
const EPOCH = Date.UTC(2025, 9, 1)
/** Shares of all messages, in thousandths. */
const POISON = 15
const REUSED = 5
const REPEATED = 30
/** Of reports: a stale or missing predecessor (a conflict), and 本期无变化. */
const STALE = 10
const NIL = 50
/** How far back a system that starts again may repeat itself. */
const REMEMBERED = 400

/**
 * What one region's own system says on one topic, message by message. It depends on the seed alone: every message
 * refers to what it said before, which the topic holds before it, because a batch is sent only after the one before.
 */
export class DirectStream {
  readonly topic: string
  private readonly draw: Chance
  private readonly cells: Cell[]
  private readonly remembered: { eventId: string; message: Message }[] = []
  private readonly digest = createHash('sha256')
  private said = 0
  private marks = 0
  private readonly probes: string[] = []

  constructor(
    private readonly seed: string,
    readonly region: string,
    readonly kind: Kind,
    /** Reports to say; poison and repeats come on top. */
    readonly total: number,
  ) {
    this.topic = topicOf(region, kind)
    this.draw = chance(seed, this.topic)
    this.cells = DIRECT_PERIODS.flatMap((period) =>
      Array.from({ length: DIRECT_SUBJECTS }, (_, index) => ({
        subject: subjectOf(region, kind, index + 1),
        period,
        said: [],
      })),
    )
  }

  /** Reports said so far. */
  get count(): number {
    return this.said
  }

  /** Undefined when everything was said. */
  next(): Planned | undefined {
    if (this.said >= this.total) return undefined
    const planned = this.plan()
    this.digest.update(JSON.stringify([planned.key, planned.headers, planned.value?.toString('base64') ?? null]))
    return planned
  }

  /** Equal for equal seeds once everything was said. */
  fingerprint(): string {
    return this.digest.copy().digest('hex').slice(0, 16)
  }

  /** A report on the probes' own cell; drawn apart, so that probes do not change what is said otherwise. */
  probe(): Extract<Planned, { what: 'report' }> {
    const draw = chance(this.seed, `${this.topic} probe ${this.probes.length}`)
    const cell = { subject: subjectOf(this.region, this.kind, PROBE_SUBJECT), period: PROBE_PERIOD, said: this.probes }
    return this.report(cell, this.sayOn(cell, draw, EPOCH + this.probes.length))
  }

  private plan(): Planned {
    const draw = this.draw
    const roll = draw.whole(0, 999)
    if (roll < POISON) return this.spoiled((said) => drawPoison(said, draw))
    const earlier = this.remembered.length === 0 ? undefined : draw.pick(this.remembered)
    if (earlier !== undefined && roll < POISON + REUSED) return this.spoiled((said) => reuseId(said, earlier.eventId))
    if (earlier !== undefined && roll < POISON + REUSED + REPEATED)
      return { ...onWire(earlier.message), what: 'repeat', eventId: earlier.eventId }
    this.said += 1
    const cell = draw.pick(this.cells)
    const report = this.report(cell, this.sayOn(cell, draw, EPOCH + this.said))
    this.remembered.push({ eventId: report.report.eventId, message: onWire(report) })
    if (this.remembered.length > REMEMBERED) this.remembered.shift()
    return report
  }

  private spoiled(spoil: (said: Said) => { message: Message; reasons: readonly string[] }): Planned {
    const { message, reasons } = spoil(this.sayOn(this.draw.pick(this.cells), this.draw, EPOCH))
    this.marks += 1
    const mark = `${this.topic} ${this.marks}`
    return { ...message, headers: { ...message.headers, 'chaos-mark': mark }, what: 'poison', mark, reasons }
  }

  private sayOn(cell: Cell, draw: Chance, ms: number): Said {
    const { region, kind } = this
    const { subject, period, said } = cell
    const eventId = eventIdOf(ms, draw.next)
    const stale = said.length > 0 && draw.whole(0, 999) < STALE
    const replaces = (stale ? said.at(-2) : said.at(-1)) ?? null
    const nil = said.length > 0 && draw.whole(0, 999) < NIL
    const content = kind === 'target' ? targetContent(nil, draw) : projectContent(nil, draw)
    return { eventId, kind, subject, region, period, revision: said.length + 1, replaces, content }
  }

  private report(cell: Cell, said: Said): Extract<Planned, { what: 'report' }> {
    cell.said.push(said.eventId)
    return { ...messageOf(said), what: 'report', report: this.expected(said) }
  }

  private expected(said: Said): Report {
    const { eventId, kind, subject, region, period, revision, replaces, content } = said
    const figures = { ...NOTHING, ...content }
    return {
      ...{ way: 'direct', topic: this.topic, zone: ZONE, eventId, kind, subject, region, period, revision, replaces },
      nil: figures.nil,
      value: figures.value,
      stage: figures.stage,
      investedYearWan: figures.investedYearWan,
      investedTotalWan: figures.investedTotalWan,
      progressPercent: figures.progressPercent,
    }
  }
}

type Figures = Pick<Report, 'nil' | 'value' | 'stage' | 'investedYearWan' | 'investedTotalWan' | 'progressPercent'>
const onWire = ({ key, headers, value }: Message): Message => ({ key, headers, value })

const NOTHING: Figures = {
  nil: false,
  value: null,
  stage: null,
  investedYearWan: null,
  investedTotalWan: null,
  progressPercent: null,
}

function targetContent(nil: boolean, draw: Chance): Record<string, unknown> & Partial<Figures> {
  const value = nil ? null : `${draw.whole(1, 99_999)}.${draw.whole(1, 9)}`
  return { nil, value, figureSource: '直报', note: '', problems: '', nextStep: '' }
}

function projectContent(nil: boolean, draw: Chance): Record<string, unknown> & Partial<Figures> {
  const investedYearWan = draw.whole(0, 50_000)
  const figures = nil
    ? { stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null }
    : {
        stage: draw.pick(['preliminary', 'under-construction', 'completed']),
        investedYearWan,
        investedTotalWan: investedYearWan + draw.whole(0, 900_000),
        progressPercent: `${draw.whole(0, 99)}.${draw.whole(1, 9)}`,
      }
  return { nil, ...figures, physicalProgress: '', milestones: [], matters: [], problems: '', nextStep: '' }
}
