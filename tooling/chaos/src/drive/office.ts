import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { HttpSession } from '@lianxi/bench/http-session'
import { type OfficeReport, ReportResult } from '@lianxi/schema/views/result'
import type { Kind } from '../checker/receipts'
import { officeActs, probeAct, type OfficeAct } from '../plan/office-acts'
import { topicOf, ZONE, type Region } from '../plan/world'
import { userOf } from '../system/people'
import { Stopped } from '../system/wait'
import type { Ledger } from './ledger'
import type { Acknowledged } from './observer'

const AGAIN_MS = 150
const GIVE_UP_MS = 240_000
const REASON = '核定数更正'

type Person = 'reporter' | 'approver'
type Refused = Extract<ReportResult, { ok: false }>
export type OfficeOptions = { url: string; password: string; ledger: Ledger; seed: string; reports: number }

/**
 * Both people of one office over HTTP. A call whose answer did not come (the web was killed, the database was away) is
 * made again with the same idempotency key; a report counts as acknowledged only when 通过 was answered.
 */
export class Office {
  private readonly published = new Map<string, { eventId: string; version: number }>()
  private probes = 0
  /** Calls made again because no answer had come. */
  again = 0

  private constructor(
    private readonly region: string,
    private readonly kind: Kind,
    private readonly people: Record<Person, HttpSession>,
    private readonly options: OfficeOptions,
  ) {}

  static async open({ code, web }: Region, options: OfficeOptions): Promise<Office> {
    const signIn = (role: Person) => HttpSession.signIn(options.url, userOf(code, role), options.password)
    return new Office(code, web, { reporter: await signIn('reporter'), approver: await signIn('approver') }, options)
  }

  /** Reports what the seed says, spread over the run: as far as the direct traffic is, so far is the office. */
  async run(): Promise<void> {
    const { seed, reports, ledger } = this.options
    for (const [index, act] of officeActs(seed, this.region, this.kind, reports).entries()) {
      while (!ledger.closing && ledger.direct / ledger.directTotal < index / reports) {
        this.goOn()
        await pause(20)
      }
      await this.report(act)
    }
  }

  /** A report on the probes' cell; resolves when 通过 was answered. */
  probe(): Promise<Acknowledged> {
    const number = this.probes
    this.probes += 1
    return this.report(probeAct(this.region, this.kind, number))
  }

  private async report({ subject, period, kind, correction, entry }: OfficeAct): Promise<Acknowledged> {
    const key = { zone: ZONE, subject, region: this.region, period }
    const cell = `${subject} ${period}`
    const before = this.published.get(cell)
    let version = before?.version ?? 0
    if (correction)
      version = (await this.done('startCorrection', { ...key, expectedVersion: version, reason: REASON })).version
    const written = { ...key, expectedVersion: version, entry, correctionReason: correction ? REASON : null }
    const submitted = await this.submit(written)
    const approved = await this.done('approve', { ...key, expectedVersion: submitted.version }, 'approver')
    if (approved.publishedEvent === null) throw new Error(`${cell}: approved without an event`)
    this.published.set(cell, { eventId: approved.publishedEvent, version: approved.version })
    const { revision, publishedEvent: eventId } = approved
    const identity = { way: 'web', topic: topicOf(this.region, kind), offset: undefined, eventId, kind } as const
    const replaces = before?.eventId ?? null
    this.options.ledger.report({ ...identity, ...key, revision, replaces, ...figuresOf(kind, entry) })
    return { ...key, revision }
  }

  /** Every warning gets a reason, as a person would give one. */
  private async submit(written: object): Promise<OfficeReport> {
    const first = await this.ask('submit', { ...written, warningReasons: [] })
    if (first.ok) return first.report
    const warningReasons = first.findings
      .filter(({ level }) => level === 'warning')
      .map(({ code }) => ({ code, reason: '已核实' }))
    return this.done('submit', { ...written, warningReasons })
  }

  private async done(step: string, input: object, who: Person = 'reporter'): Promise<OfficeReport> {
    const result = await this.ask(step, input, who)
    if (result.ok) return result.report
    throw new Error(`report.${step} was refused: ${refusalOf(result)}`)
  }

  private async ask(step: string, input: object, who: Person = 'reporter'): Promise<ReportResult> {
    const press = { idempotencyKey: randomUUID(), ...input }
    const until = Date.now() + GIVE_UP_MS
    for (;;) {
      this.goOn()
      try {
        return await this.people[who].mutate(`report.${step}`, press, ReportResult)
      } catch (error) {
        if (Date.now() > until) throw new Error(`report.${step} was not answered in time`, { cause: error })
        this.again += 1
        await pause(AGAIN_MS)
      }
    }
  }

  private goOn(): void {
    if (this.options.ledger.signal.aborted) throw new Stopped(`the office of ${this.region}`)
  }
}

const refusalOf = ({ refusal, findings }: Refused): string =>
  `${refusal.code} ${refusal.message} ${findings.map(({ code }) => code).join(',')}`

function figuresOf(kind: Kind, entry: OfficeAct['entry']) {
  const nothing = { value: null, stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null }
  if (kind === 'target') return { ...nothing, nil: false, value: entry['value'] ?? null }
  return {
    ...{ ...nothing, nil: false, stage: entry['stage'] ?? null, progressPercent: entry['progressPercent'] ?? null },
    investedYearWan: Number(entry['investedYearWan']),
    investedTotalWan: Number(entry['investedTotalWan']),
  }
}
