import { refuse } from '@lianxi/domain/report/refusal'
import type { ApplyPlans } from '@lianxi/schema/commands/plan-import'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import type { RefusalCode } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { auditInTx } from '../people/accounts'
import { readNow } from '../readers/moment/stream-state'
import { onceInTx, type Press, pressLock } from '../report/idempotency'
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

async function applyInTx(tx: Tx, applying: Applying): Promise<DoneResult> {
  const { press, input } = applying
  await tx.$queryRaw(sql`SELECT ${pressLock(press)}, pg_advisory_xact_lock(hashtextextended(${input.zone}, 5))::text`)
  return onceInTx(tx, press, () => publishInTx(tx, applying))
}

async function publishInTx(tx: Tx, { input, actor, body }: Applying): Promise<DoneResult> {
  const { zone, id } = input
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
  const published = await sayInTx(
    tx,
    { zone, source: body, time },
    changes.map(({ event }) => event),
  )
  await tx.$executeRaw(sql`
    UPDATE plan_import SET applied_at = clock(), applied_by = ${actor.name}, events = ${published.map((event) => event.id)}::uuid[]
    WHERE id = ${id}::uuid`)
  await auditInTx(tx, actor, 'planImport.apply', id, { zone, changes: String(changes.length) })
  return { ok: true, id }
}
