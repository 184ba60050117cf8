import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { type EvidenceNamed, ProjectProgressReported, TargetProgressReported } from '@lianxi/schema/events/reports'
import type { Finding } from '@lianxi/schema/views/result'
import type { Filing } from './filing'
import { readEntry } from './read-entry'
import type { Person, ReportState } from './state'

type Speaker = { filing: Filing; actor: Person }

/** The event of a report that was just approved; undefined if the contract refuses it (the checks were too kind). */
export function publication(
  state: ReportState,
  findings: Finding[],
  correctionReason: string | null,
  { filing, actor, now, evidence }: Speaker & { now: string; evidence: EvidenceNamed[] },
): LianxiEvent | undefined {
  if (state.entry === null || filing.dutyBody === null) return undefined
  const read = readEntry(state.entry)
  const reasons = new Map(state.warningReasons.map(({ code, reason }) => [code, reason]))
  const { zone, subject, region, period } = filing
  const said = {
    zone,
    subject,
    region,
    period,
    body: filing.dutyBody,
    revision: state.revision,
    replaces: state.published?.eventId ?? null,
    correctionReason,
    reportedBy: state.submitted?.name ?? actor.name,
    approvedBy: actor.name,
    submittedAt: state.submitted?.at ?? now,
    ...(evidence.length > 0 && { attachments: evidence }),
    warnings: findings.flatMap(({ level, code, message }) =>
      level === 'warning' ? [{ code, message, reason: reasons.get(code) ?? '' }] : [],
    ),
  }
  if (read.kind === 'target') {
    const parsed = TargetProgressReported.safeParse({ ...said, content: read.content })
    return parsed.success ? { type: 'lianxi.target.progress-reported.v1', data: parsed.data } : undefined
  }
  const parsed = ProjectProgressReported.safeParse({ ...said, content: read.content })
  return parsed.success ? { type: 'lianxi.project.progress-reported.v1', data: parsed.data } : undefined
}

type Judged = { report: string; byBody: string }
const verdict = ({ report, byBody }: Judged, { filing, actor }: Speaker) => ({
  report,
  subject: filing.subject,
  region: filing.region,
  period: filing.period,
  by: byBody,
  person: actor.name,
})

export const returning = (command: Judged & { reason: string }, context: Speaker): LianxiEvent => ({
  type: 'lianxi.report.returned.v1',
  data: { ...verdict(command, context), reason: command.reason },
})

export const confirmation = (command: Judged, context: Speaker): LianxiEvent => ({
  type: 'lianxi.report.confirmed.v1',
  data: verdict(command, context),
})
