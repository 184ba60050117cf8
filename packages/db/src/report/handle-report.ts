import { noticeOfStep } from '@lianxi/domain/notice/of-steps'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { ReportCommand, ReportContext, ReportDecision } from '@lianxi/domain/report/decide'
import { refuse } from '@lianxi/domain/report/refusal'
import { evolve, type Person, type ReportState } from '@lianxi/domain/report/state'
import type { ApproveReport, ReportKey } from '@lianxi/schema/commands/report'
import type { Notice } from '@lianxi/schema/notice'
import { encodeEvent } from '@lianxi/schema/events/encode'
import { EvidenceNamed } from '@lianxi/schema/events/reports'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import type { Finding } from '@lianxi/schema/views/result'
import { ReportResult } from '@lianxi/schema/views/result'
import { draftState } from '@lianxi/schema/vocabulary'
import { insertNoticesInTx } from '../notice/insert'
import { type Database, sql, type Tx, textIn } from '../client'
import { namedJson, publishEvidence } from '../evidence/read'
import { objectWithReportInTx } from '../status/object-with-report'
import type { SheetFiling } from '../report-sheet/filings'
import { answerJson, parseAnswer, type Press, pressLock } from './idempotency'
import { bodyOf, checkContextOf, filingOf, keyRow, type Known, knownJson, onBoardOf, parseKnown } from './known'
import { byKey, officeReport, parseStored, reportJson, stateOf, type StoredReport } from './row'
import { atItsSourceInTx, readServedInTx, sayAlongInTx } from './say-along'
import { writePublicationInTx, writeReportInTx } from './write'

export type Decide = (command: ReportCommand, state: ReportState, context: ReportContext) => ReportDecision

/** A command on one report, with who gives it and on which version he stands. */
export type ReportRequest = {
  key: ReportKey
  command: ReportCommand
  actor: Person & { bodies: string[] }
  press: Press
  /** Null: the command names an event instead (return, confirm). */
  expectedVersion: number | null
  /** Said with the approval of a report, to the status it will get. */
  objection?: ApproveReport['objection']
  /** W3C trace context of the request; it travels with the event to the board. */
  traceparent?: string
}

/**
 * Handles one command in one transaction: lock the report, let `decide` decide, write row, step, revision and outbox.
 * Domain time comes from `clock()`. The same press again gets the first answer. Expected refusals are results.
 */
export async function handleReport(prisma: Database, request: ReportRequest, decide: Decide): Promise<ReportResult> {
  return prisma.$transaction((tx) => handleInTx(tx, request, decide), { maxWait: 10_000, timeout: 15_000 })
}

async function handleInTx(tx: Tx, given: ReportRequest, decide: Decide): Promise<ReportResult> {
  const request = await atItsSourceInTx(tx, given)
  await lockInTx(tx, request)
  const { earlier, ...known } = await readInTx(tx, request)
  const standing = { ...known, served: await readServedInTx(tx, request.key, known.known) }
  if (earlier.found === 'answer') return ReportResult.parse(earlier.answer)
  if (earlier.found === 'other-input') return refusal('key-reused')
  const { answer, written } = settle(request, standing, decide)
  if (written === null) return answer
  await writeInTx(tx, request, written, answer)
  return answer
}

type Standing = {
  stored: StoredReport | undefined
  known: Known | undefined
  evidence: EvidenceNamed[]
  /** Subjects its report is said of too. */
  served: SheetFiling[]
}
/** `written` null: refused, nothing is to be written. */
type Settled = { answer: ReportResult; written: Written | null }

/** What a command comes to, given what is known under the report's lock. */
export function settle(request: ReportRequest, { stored, known, evidence, served }: Standing, decide: Decide): Settled {
  const { key, command, actor, expectedVersion } = request
  const no = (answer: ReportResult): Settled => ({ answer, written: null })
  if (known === undefined) return no(refusal('no-duty'))
  const state = stateOf(stored, onBoardOf(known))
  if (expectedVersion !== null && expectedVersion !== state.version) return no(conflict(request, state, stored, known))
  const context: ReportContext = {
    filing: filingOf(key, known, actor.bodies),
    check: checkContextOf(key, known, { correction: state.published !== null, served }),
    evidence,
    actor: { id: actor.id, name: actor.name },
    now: known.now,
    eventId: uuidv7(),
  }
  const decision = decide(command, state, context)
  if (!decision.ok) return no(refused(decision.refusal, decision.findings))
  const next = decision.steps.reduce(evolve, state)
  const id = stored?.id ?? uuidv7()
  const report = officeReport(id, next, known.kind, known.now)
  return {
    answer: { ok: true, report, findings: decision.findings },
    written: { id, known, next, decision, context, served },
  }
}

/**
 * Locks the press and the report before anything is read, so that ids of the outbox are drawn in the order of the
 * facts.
 */
async function lockInTx(tx: Tx, { key, press }: ReportRequest): Promise<void> {
  await tx.$queryRaw(sql`SELECT ${pressLock(press)},
    pg_advisory_xact_lock(hashtextextended(${lockName(key)}, 2))::text`)
}

export const lockName = ({ zone, subject, region, period }: ReportKey): string =>
  `${zone} ${subject} ${region} ${period}`

/** One statement after the locks: its snapshot sees what the last holder committed. */
async function readInTx(tx: Tx, { key, press }: ReportRequest) {
  const [row] = await tx.$queryRaw<{ known: unknown; stored: unknown; evidence: unknown; earlier: unknown }[]>(sql`
    SELECT ${knownJson(keyRow(key))} AS known, ${answerJson(press)} AS earlier, ${namedJson(key)} AS evidence, (SELECT ${reportJson} FROM report r WHERE ${byKey(key)} FOR UPDATE) AS stored`)
  return {
    earlier: parseAnswer(row?.earlier ?? null, press),
    known: parseKnown(row?.known ?? null),
    stored: parseStored(row?.stored ?? null),
    evidence: z.array(EvidenceNamed).parse(row?.evidence),
  }
}

export type Written = {
  id: string
  known: Known
  next: ReportState
  decision: Extract<ReportDecision, { ok: true }>
  context: ReportContext
  served: SheetFiling[]
}

async function writeInTx(tx: Tx, request: ReportRequest, written: Written, answer: ReportResult) {
  const { id, known, next, decision, context } = written
  const { key, traceparent, objection = null, press } = request
  const { steps, publish } = decision
  const body = bodyOf(known)
  await writeReportInTx(tx, { id, key, kind: known.kind, body, state: next, steps, now: known.now }, { press, answer })
  const notices = noticesOf(key, { id, known, next, decision })
  await insertNoticesInTx(textIn(tx), notices)
  if (publish === null) return
  const source = sourceOf(publish)
  const traced = traceparent === undefined ? {} : { traceparent }
  const encoded = encodeEvent(publish, { id: context.eventId, zone: key.zone, source, time: known.now, ...traced })
  await writePublicationInTx(tx, { id, state: next, now: known.now }, publish, encoded)
  if (written.served.length > 0) await sayAlongInTx(tx, publish, written, { ...context, source, ...traced })
  if (objection !== null && 'approvedBy' in publish.data)
    await objectWithReportInTx(tx, { key, known, body, person: context.actor.name, objection, press: press.key })
  if ('attachments' in publish.data) await tx.$executeRaw(publishEvidence(key, encoded.id))
}

/** Who has to hear of what was done. */
export function noticesOf(
  key: ReportKey,
  { id, known, next, decision }: Omit<Written, 'context' | 'served'>,
): Notice[] {
  const told = { id, key, body: bodyOf(known), name: known.doc.name, version: next.version }
  return decision.steps.flatMap((step) => noticeOfStep(step, told) ?? [])
}

/** Who speaks: the body that reports, or the one that judges. */
function sourceOf(event: LianxiEvent): string {
  if ('report' in event.data) return event.data.by
  if ('body' in event.data) return event.data.body
  throw new Error(`${event.type} is not published by the report store`)
}

export const refusal = (code: RefusalCode): ReportResult => refused(refuse(code), [])

function refused(reason: Refusal, findings: Finding[]): ReportResult {
  return { ok: false, refusal: reason, findings, conflict: null }
}

/** Two people on one report: neither text is lost, the form shows both. Who typed nothing is told what it is now. */
function conflict(
  { command }: ReportRequest,
  state: ReportState,
  stored: StoredReport | undefined,
  known: Known,
): ReportResult {
  return {
    ok: false,
    refusal:
      'entry' in command
        ? refuse('version-conflict')
        : refuse('changed-meanwhile', null, `现为“${draftState.labels[state.state]}”。`),
    findings: [],
    conflict: {
      version: state.version,
      state: state.state,
      theirs: state.entry,
      theirCorrectionReason: state.correctionReason,
      by: state.author?.name ?? null,
      at: stored?.updatedAt ?? known.now,
      yours: 'entry' in command ? command.entry : null,
    },
  }
}
