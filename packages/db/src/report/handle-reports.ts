import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { ReportResult } from '@lianxi/schema/views/result'
import { type Database, sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import type { RunSql } from '../outbox/insert'
import { filingsJson, filingsOf, type Office } from '../report-sheet/filings'
import { type Decide, lockName, noticesOf, refusal, type ReportRequest, settle, type Written } from './handle-report'
import { answersJson, type Earlier, keepAnswersInTx, parseAnswers } from './idempotency'
import { importReportsInTx } from './import'
import { bodyOf } from './known'

/** What changes a report in its office and publishes nothing. */
export type OfficeRequest = ReportRequest & { command: { type: 'save-draft' | 'submit' } }

/**
 * Handles commands of one person on several reports of a region as `handleReport` does one, in one transaction and a
 * handful of statements: each is decided and answered on its own, and what is refused holds back no other. The same
 * press twice gets one answer.
 */
export async function handleReports(
  prisma: Database,
  office: Office,
  requests: readonly OfficeRequest[],
  decide: Decide,
): Promise<ReportResult[]> {
  if (requests.length === 0) return []
  const once = [...new Map(requests.map((request) => [request.press.key, request])).values()]
  const answers = await prisma.$transaction((tx) => handleAllInTx(tx, office, once, decide), {
    ...{ maxWait: 10_000, timeout: 60_000 },
  })
  return requests.map(({ press }) => answers.get(press.key) ?? refusal('not-found'))
}

async function handleAllInTx(
  tx: Tx,
  office: Office,
  requests: readonly OfficeRequest[],
  decide: Decide,
): Promise<Map<string, ReportResult>> {
  await lockAllInTx(tx, requests)
  const presses = requests.map(({ press }) => press)
  const keys = requests.map(({ key }) => key)
  // One statement after the locks: its snapshot sees what the last holders committed.
  const [row] = await tx.$queryRaw<{ earlier: unknown; filings: unknown }[]>(
    sql`SELECT ${answersJson(presses)} AS earlier, ${filingsJson(office, keys)} AS filings`,
  )
  const earlier = parseAnswers(row?.earlier, presses)
  const filings = await filingsOf(tx, office, keys, row?.filings)
  const answers = new Map<string, ReportResult>()
  const written: { request: OfficeRequest; answer: ReportResult; written: Written }[] = []
  // Drafts and submissions only (see below): they name no evidence.
  for (const request of requests) {
    const before = earlier.get(request.press.key)
    const filing = filings.get(keyOf(request.key))
    const settled =
      before === undefined
        ? settle(
            request,
            { stored: filing?.stored, known: filing?.known, evidence: [], served: filing?.served ?? [] },
            decide,
          )
        : { answer: answered(before), written: null }
    answers.set(request.press.key, settled.answer)
    if (settled.written !== null) written.push({ request, answer: settled.answer, written: settled.written })
  }
  await writeAllInTx(tx, written)
  await keepAnswersInTx(
    tx,
    written.map(({ request: { press }, answer }) => ({ press, answer })),
  )
  return answers
}

const answered = (before: Earlier) =>
  before.found === 'answer' ? ReportResult.parse(before.answer) : refusal('key-reused')

/**
 * In one order whoever takes them, so that two people with the same rows wait for each other and never both. Whoever
 * writes a report holds its lock, so the rows themselves are not locked as well.
 */
async function lockAllInTx(tx: Tx, requests: readonly OfficeRequest[]): Promise<void> {
  const names = requests.flatMap(({ press, key }) => [`${press.userId} ${press.key}`, lockName(key)])
  const seeds = requests.flatMap(() => [1, 2])
  await tx.$queryRaw(sql`
    SELECT pg_advisory_xact_lock(hashtextextended(t.name, t.seed))::text FROM (SELECT name, seed
      FROM unnest(${names}::text[], ${seeds}::bigint[]) AS l (name, seed) ORDER BY seed, name) t`)
}

async function writeAllInTx(tx: Tx, all: readonly { request: OfficeRequest; written: Written }[]): Promise<void> {
  const run: RunSql = textIn(tx)
  await importReportsInTx(
    run,
    all.map(({ request: { key }, written: { id, known, next, decision } }) => {
      if (decision.publish !== null) throw new Error('a draft or a submission publishes nothing')
      return {
        ...{ id, key, kind: known.kind, body: bodyOf(known), state: next, steps: decision.steps },
        ...{ revisions: [], updatedAt: known.now },
      }
    }),
  )
  await insertNoticesInTx(
    run,
    all.flatMap(({ request: { key }, written }) => noticesOf(key, written)),
  )
}
