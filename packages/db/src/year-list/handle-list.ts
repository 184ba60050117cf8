import type { ListContext, ListDecision } from '@lianxi/domain/year-list/context'
import type { ListCommand } from '@lianxi/domain/year-list/decide'
import { refuse } from '@lianxi/domain/report/refusal'
import { evolve, type ListStep, type YearList } from '@lianxi/domain/year-list/state'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { onceInTx, type Press, pressLock } from '../report/idempotency'
import { deleteListInTx, listGone } from './delete-list'
import { readContextInTx } from './known'
import { findYearList } from './row'
import { sayStandingInTx } from './say-standing'
import { insertStepsInTx, writeListInTx } from './write'

export type DecideList = (command: ListCommand, list: YearList, context: ListContext) => ListDecision

/** `expected`: versions the person saw, of the list or of items; another version now is a collision. */
export type ListRequest = {
  zone: string
  list: string
  command: ListCommand
  actor: Pick<ListContext, 'actor' | 'body' | 'region'>
  press: Press
  expected: { list: number | null; items: { item: string; version: number }[] }
}

/**
 * Handles one command on a list in one transaction: lock, decide, write what changed, its audit and the events.
 * The same press again gets the first answer; expected refusals are results.
 */
export function handleList(prisma: Database, request: ListRequest, decide: DecideList): Promise<DoneResult> {
  return prisma.$transaction((tx) => handleInTx(tx, request, decide), { maxWait: 10_000, timeout: 30_000 })
}

async function handleInTx(tx: Tx, request: ListRequest, decide: DecideList): Promise<DoneResult> {
  const { zone, list: code, press } = request
  await lockListInTx(tx, zone, code, press)
  return onceInTx(tx, press, () => changeInTx(tx, request, decide))
}

async function changeInTx(tx: Tx, request: ListRequest, decide: DecideList): Promise<DoneResult> {
  const { zone, list: code, command } = request
  const list = await findYearList(tx, zone, code)
  if (list === undefined) return { ok: false, refusal: await listGone(tx, zone, code) }
  if (collides(list, request.expected)) return { ok: false, refusal: refuse('list-changed') }
  const context = await readContextInTx(tx, list, command, request.actor)
  const decision = decide(command, list, context)
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  const next = decision.steps.reduce(evolve, list)
  if (command.type === 'delete') await deleteListInTx(tx, list, command, context)
  else await writeListInTx(tx, list, next, context.now)
  await insertStepsInTx(tx, next, decision.steps)
  const source = sourceOf(list, decision.steps)
  await sayInTx(tx, { zone, source, time: context.now }, decision.publish)
  if (command.type === 'adopt') await sayStandingInTx(tx, zone, decision.publish)
  return { ok: true, id: touchedBy(decision.steps) ?? code }
}

/** One change of a list at a time: items of several regions are numbered and answered in one order. */
export async function lockListInTx(tx: Tx, zone: string, code: string, press: Press): Promise<void> {
  await tx.$queryRaw(sql`SELECT ${pressLock(press)},
    pg_advisory_xact_lock(hashtextextended(${`${zone} ${code}`}, 3))::text`)
}

function collides(list: YearList, { list: seen, items }: ListRequest['expected']): boolean {
  if (seen !== null && seen !== list.version) return true
  return items.some(({ item, version }) => list.items.find(({ code }) => code === item)?.version !== version)
}

/** The list speaks in its owner's name, whoever of the owner pressed the button. */
const sourceOf = (list: YearList, steps: readonly ListStep[]): string => steps[0]?.body ?? list.owner

const touchedBy = (steps: readonly ListStep[]): string | null => steps[0]?.item ?? null
