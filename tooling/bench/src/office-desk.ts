import { randomUUID } from 'node:crypto'
import type { WarningReason } from '@lianxi/schema/commands/report'
import { DueList, FormFound, type OfficeForm } from '@lianxi/schema/views/office'
import { type OfficeReport, ReportResult } from '@lianxi/schema/views/result'
import type { HttpSession } from './http-session'

type Key = { zone: string; subject: string; region: string; period: string }
/** A correction that waits for 通过, and how the board will name it. */
type Correction = { report: OfficeReport; name: string; regionShortName: string }
const REASON = '统计口径核定，按核定数更正（测速）'

/** Both people of one region's office, and the corrections they can still make. */
export class OfficeDesk {
  constructor(
    private readonly zone: string,
    readonly region: string,
    private readonly reporter: HttpSession,
    private readonly approver: HttpSession,
  ) {}

  /** What this office has reported in the current period and may correct. */
  async correctable(): Promise<Key[]> {
    const list = await this.reporter.query('office.dueList', { zone: this.zone, region: this.region }, DueList)
    return list.rows
      .filter((row) => row.state === 'reported')
      .map(({ subject, period }) => ({ zone: this.zone, subject, region: this.region, period }))
  }

  /** Everything up to the moment before the approver presses 通过: a correction, written and submitted. */
  async submitCorrection(key: Key): Promise<Correction> {
    const form = await this.form(key)
    const version = form.report?.version ?? 0
    const started = await this.command('report.startCorrection', { ...key, expectedVersion: version, reason: REASON })
    const report = await this.submit(key, started, form)
    return { report, name: form.name, regionShortName: form.regionName.shortName }
  }

  /** Presses 通过 and answers with the published report. */
  approve(key: Key, report: OfficeReport): Promise<OfficeReport> {
    return this.command('report.approve', { ...key, expectedVersion: report.version }, this.approver)
  }

  private async form(key: Key): Promise<OfficeForm> {
    const form = await this.reporter.query('office.form', key, FormFound)
    if (form === null) throw new Error(`${key.subject} has no form for ${key.region}`)
    return form
  }

  /** Every warning gets a reason, as a person would give one. */
  private async submit(key: Key, report: OfficeReport, form: OfficeForm): Promise<OfficeReport> {
    const warningReasons: WarningReason[] = form.findings
      .filter(({ level }) => level === 'warning')
      .map(({ code }) => ({ code, reason: '已核实' }))
    const entry = { ...report.entry, problems: `测速 ${new Date().toISOString()}` }
    const written = { ...key, expectedVersion: report.version, entry, correctionReason: REASON }
    const first = await this.attempt('report.submit', { ...written, warningReasons }, this.reporter)
    if (first.ok) return first.report
    const answered = first.findings.map(({ code }) => ({ code, reason: '已核实' }))
    return this.command('report.submit', { ...written, warningReasons: answered })
  }

  private async command(procedure: string, input: object, session = this.reporter): Promise<OfficeReport> {
    const result = await this.attempt(procedure, input, session)
    if (result.ok) return result.report
    throw new Error(`${procedure} was refused: ${result.refusal.code} ${result.refusal.message}`)
  }

  private attempt(procedure: string, input: object, session: HttpSession): Promise<ReportResult> {
    return session.mutate(procedure, { idempotencyKey: randomUUID(), ...input }, ReportResult)
  }
}
