import { refuse } from '@lianxi/domain/report/refusal'
import type { ApplyPlans } from '@lianxi/schema/commands/plan-import'
import { encodeEvent } from '@lianxi/schema/events/encode'
import { DoneResult, type RefusalCode } from '@lianxi/schema/views/result'
import { v7 as uuidv7 } from 'uuid'
import { type Database, sql, type Tx } from '../client'
import { insertOutboxInTx } from '../outbox/insert'
import { auditInTx } from '../people/accounts'
import { readNow } from '../readers/stream-state'
import { findAnswerInTx, keepAnswerInTx, type Press, pressLock } from '../report/idempotency'
import { readImport } from './read-import'
import { findPlanImport, hasImportRunning } from './row'

export type Applying = { input: ApplyPlans; actor: { id: string; name: string }; body: string; press: Press }

/**
 * Publishes what the file changes, all of it or nothing: one transaction reads the file against the board once more,
 * compares with what the person saw and writes the outbox. One import of a zone at a time, and none while the last one
 * is still on its way: the board would not know it.
 */
export function applyPlanImport(prisma: Database, applying: Applying): Promise<DoneResult> {
  return prisma.$transaction((tx) => applyInTx(tx, applying), { maxWait: 10_000, timeout: 60_000 })
}

const no = (code: RefusalCode): DoneResult => ({ ok: false, refusal: refuse(code) })

async function applyInTx(tx: Tx, { input, actor, body, press }: Applying): Promise<DoneResult> {
  const { zone, id } = input
  await tx.$queryRaw(sql`SELECT ${pressLock(press)}, pg_advisory_xact_lock(hashtextextended(${zone}, 5))::text`)
  const earlier = await findAnswerInTx(tx, press)
  if (earlier.found === 'answer') return DoneResult.parse(earlier.answer)
  if (earlier.found === 'other-input') return no('key-reused')
  const stored = await findPlanImport(tx, zone, id)
  if (stored === undefined) return no('not-found')
  if (stored.appliedAt !== null) return no('plan-import-applied')
  if (await hasImportRunning(tx, zone)) return no('plan-import-running')
  const { faults, changes, seen } = await readImport(tx, stored)
  if (faults.some(({ level }) => level === 'error')) return no('plan-import-faulty')
  if (seen !== input.seen) return no('plan-import-stale')
  if (changes.length === 0) return no('plan-import-empty')
  if (faults.length > 0 && !input.warningsSeen) return no('plan-import-warnings')
  const time = (await readNow(tx)).toISOString()
  const events = changes.map(({ event }) => encodeEvent(event, { id: uuidv7(), zone, source: body, time }))
  await insertOutboxInTx((text, parameters) => tx.$queryRawUnsafe(text, ...parameters), events)
  await tx.$executeRaw(sql`
    UPDATE plan_import SET applied_at = clock(), applied_by = ${actor.name}, events = ${events.map((event) => event.id)}::uuid[]
    WHERE id = ${id}::uuid`)
  await auditInTx(tx, actor, 'planImport.apply', id, { zone, changes: String(changes.length) })
  const answer: DoneResult = { ok: true, id }
  await keepAnswerInTx(tx, press, answer)
  return answer
}
