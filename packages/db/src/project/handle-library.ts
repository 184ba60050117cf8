import type { LibraryContext, LibraryDecision } from '@lianxi/domain/project/decide'
import { elsewhereKey } from '@lianxi/domain/project/library'
import { refuse } from '@lianxi/domain/report/refusal'
import type { LibraryDeed } from '@lianxi/schema/commands/library'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { auditInTx } from '../people/accounts'
import { isShownElsewhere } from '../readers/library/elsewhere-listings'
import { wasInvited } from '../readers/partner/said'
import { onceInTx, type Press, pressLock } from '../report/idempotency'
import { readLibraryContext } from './known'

export type DecideLibrary = (deed: LibraryDeed, context: LibraryContext) => LibraryDecision

/** `seen`: the last event the person saw of the deed's project; undefined: he named it without having seen it. */
export type LibraryRequest = {
  zone: string
  deed: LibraryDeed
  seen: string | null | undefined
  actor: { id: string; name: string }
  body: string
  keeper: LibraryContext['keeper']
  press: Press
}

/**
 * Handles one deed in the project library in one transaction: lock, decide, audit and event. The library has no table
 * of the web's: the event is the fact, the board is where it is read. The same press again gets the first answer.
 */
export function handleLibrary(prisma: Database, request: LibraryRequest, decide: DecideLibrary): Promise<DoneResult> {
  return prisma.$transaction((tx) => handleInTx(tx, request, decide), { maxWait: 10_000, timeout: 30_000 })
}

async function handleInTx(tx: Tx, request: LibraryRequest, decide: DecideLibrary): Promise<DoneResult> {
  const { zone, press } = request
  await tx.$queryRaw(sql`SELECT ${pressLock(press)},
    pg_advisory_xact_lock(hashtextextended(${`library ${zone}`}, 4))::text`)
  return onceInTx(tx, press, () => recordInTx(tx, request, decide))
}

async function recordInTx(tx: Tx, request: LibraryRequest, decide: DecideLibrary): Promise<DoneResult> {
  const { zone, deed, seen, actor, body, keeper } = request
  const { now, ...known } = await readLibraryContext(tx, zone, codesOf(deed))
  const entry = known.listings.get(deed.code)?.entry
  if (seen !== undefined && (entry?.eventId ?? null) !== seen) return { ok: false, refusal: refuse('library-changed') }
  const elsewhere = new Set(await readNamedElsewhere(tx, zone, deed))
  const decision = decide(deed, { ...known, keeper, elsewhere, by: actor.name })
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  const [event] = await sayInTx(tx, { zone, source: body, time: now }, [decision.publish])
  await auditInTx(tx, actor, `library.${deed.type}`, deed.code, { event: event?.id ?? null })
  return { ok: true, id: deed.code }
}

async function readNamedElsewhere(tx: Tx, zone: string, deed: LibraryDeed): Promise<string[]> {
  if (deed.type !== 'find-elsewhere' || deed.otherZone === zone) return []
  const { otherZone, other } = deed
  const shown =
    (await isShownElsewhere(tx, otherZone, other)) ||
    (await wasInvited(tx, { zone, ofZone: otherZone, subject: other }))
  return shown ? [elsewhereKey(otherZone, other)] : []
}

function codesOf(deed: LibraryDeed): string[] {
  switch (deed.type) {
    case 'merge':
      return [deed.code, deed.into]
    case 'separate':
      return [deed.code, deed.from]
    case 'keep-apart':
      return [deed.code, deed.other]
    case 'find-elsewhere':
    case 'advance':
    case 'record-step':
    case 'record-gate':
    case 'schedule':
      return [deed.code]
    default:
      return deed satisfies never
  }
}
