import { endingRefusal, takesOverFrom } from '@lianxi/domain/place/end-body'
import { findItem } from '@lianxi/domain/year-list/context'
import { revise } from '@lianxi/domain/year-list/revise'
import { evolve, type ListItem, type ListStep, type YearList } from '@lianxi/domain/year-list/state'
import type { EndBody } from '@lianxi/schema/commands/body'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Owed } from '@lianxi/schema/views/bodies'
import { sql, type Tx } from '../client'
import { readBodies } from '../broker/bodies'
import { lockPlaceInTx, publishInTx } from '../broker/publish'
import type { Done, Refused } from '../people/accounts'
import { SYSTEM_BODY } from '../people/create-admin'
import { readOwed } from '../readers/year-list/owed'
import { readToday } from '../readers/moment/stream-state'
import { readContextInTx } from './known'
import { findYearList } from './row'
import { insertStepsInTx, writeListInTx } from './write'

type Admin = { id: string; name: string }

/**
 * A body ends, and what it still reports and leads goes to its successor in the same transaction: each item is revised
 * with the reason and the document, its duty handed over from the first period nobody has reported. Nothing of the past
 * changes hands.
 */
export async function endBodyInTx(tx: Tx, input: EndBody, actor: Admin): Promise<Done | Refused> {
  const { zone, code, endedOn, successor } = input
  await lockPlaceInTx(tx, zone)
  const [bodies, owed, today] = [await readBodies(tx, zone), await readOwed(tx, zone, code), await readToday(tx)]
  const body = bodies.get(code)
  const words = owed.map(({ listName, position, name }) => `${listName}第${position}项 ${name}`)
  const wrong = endingRefusal({ endedOn, successor }, { body, bodies, owed: words, today })
  if (wrong !== undefined || body === undefined) return { ok: false, ...(wrong ?? { code: 'body-unknown' }) }
  const events: LianxiEvent[] = [{ type: 'lianxi.body.listed.v1', data: { ...body, endedOn } }]
  if (successor !== null) {
    for (const list of [...new Set(owed.map((one) => one.list))].sort()) {
      const items = owed.filter((one) => one.list === list)
      const handed = await handOverInTx(tx, { input, successor, actor, list }, items)
      if (!handed.ok) return handed.refused
      events.unshift(...handed.events)
    }
  }
  await publishInTx(tx, zone, events)
  return { ok: true, id: code, audit: { handedOver: String(owed.length) } }
}

type Handing = { input: EndBody; successor: string; actor: Admin; list: string }
type Handed = { ok: true; events: LianxiEvent[] } | { ok: false; refused: Refused }

async function handOverInTx(tx: Tx, handing: Handing, owed: readonly Owed[]): Promise<Handed> {
  const { zone } = handing.input
  await tx.$queryRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${zone} ${handing.list}`}, 3))::text`)
  const before = await findYearList(tx, zone, handing.list)
  if (before === undefined) return { ok: false, refused: { ok: false, code: 'not-found' } }
  const steps: ListStep[] = []
  const events: LianxiEvent[] = []
  let list = before
  for (const { item } of owed) {
    const found = findItem(list, item)
    if (found === undefined) continue
    const decision = await reviseInTx(tx, handing, list, found)
    if (decision === undefined) continue
    if (!decision.ok) return { ok: false, refused: { ok: false, code: decision.refusal.code, detail: `（${item}）` } }
    steps.push(...decision.steps)
    events.push(...decision.publish)
    list = decision.steps.reduce(evolve, list)
  }
  await writeListInTx(tx, before, list, steps.at(-1)?.at ?? new Date().toISOString())
  await insertStepsInTx(tx, list, steps)
  return { ok: true, events }
}

/** One item as its drafter would revise it; the administrator speaks for the organisation's decision. */
async function reviseInTx(tx: Tx, { input, successor, actor }: Handing, list: YearList, item: ListItem) {
  const { code: ended, endedOn, reason, basis } = input
  const command = {
    type: 'revise' as const,
    item: item.code,
    content: item.content,
    from: null,
    reason,
    basis,
    on: endedOn,
  }
  const context = await readContextInTx(tx, list, command, { actor, body: SYSTEM_BODY.body, region: list.region })
  const { body, leadBody, frequency } = item.content
  const at = { year: list.year, frequency, reported: context.reported }
  const from = body === ended ? takesOverFrom(at, { endedOn, today: context.today }) : null
  // Everything is reported: there is nothing left to hand over.
  if (from === null && leadBody !== ended) return undefined
  const content = {
    ...item.content,
    body: from === null ? body : successor,
    leadBody: leadBody === ended ? successor : leadBody,
  }
  // A decision of the future is written down today.
  const on = endedOn > context.today ? context.today : endedOn
  return revise({ item: item.code, content, from, reason, basis, on }, list, context)
}
