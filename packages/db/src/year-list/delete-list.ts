import { noticesOfDeletedList } from '@lianxi/domain/notice/of-lists'
import { refuse } from '@lianxi/domain/report/refusal'
import { minuteOf } from '@lianxi/domain/time/calendar'
import type { ListContext } from '@lianxi/domain/year-list/context'
import { deletedItemText, type Deleting } from '@lianxi/domain/year-list/delete'
import type { YearList } from '@lianxi/domain/year-list/state'
import type { Refusal } from '@lianxi/schema/views/refusal'
import { yearListState } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { auditInTx } from '../people/accounts'
import { readReference } from '../readers/base/reference'
import { iso } from '../readers/base/parts'

const Deletion = z.object({ by: z.string(), at: z.string(), version: z.int() })

/** Who deleted the list of this code last, when, and which version of it. */
export async function findDeletion(
  db: Reading,
  zone: string,
  code: string,
): Promise<z.infer<typeof Deletion> | undefined> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT actor_name AS by, ${iso('at')} AS at, (detail->'was'->>'version')::int AS version FROM year_list_step
    WHERE zone = ${zone} AND list = ${code} AND type = 'deleted' ORDER BY id DESC LIMIT 1`)
  return rows.map((row) => Deletion.parse(row))[0]
}

/** For whoever had the list open: that it is gone, by whom and when; or that there never was one. */
export async function listGone(tx: Tx, zone: string, code: string): Promise<Refusal> {
  const deletion = await findDeletion(tx, zone, code)
  if (deletion === undefined) return refuse('not-found')
  return refuse('list-deleted', null, `${minuteOf(deletion.at)} ${deletion.by}。`)
}

/**
 * Takes the list and its items away; what was said of it stays, and what it was is in its last step and, to be read, in
 * the audit. Nothing of it was on a topic yet. The caller holds the list's lock.
 */
export async function deleteListInTx(tx: Tx, list: YearList, { reason }: Deleting, context: ListContext) {
  const { zone, code, name, phase, items } = list
  await tx.yearListItem.deleteMany({ where: { zone, list: code } })
  await tx.yearList.delete({ where: { zone_code: { zone, code } } })
  const reference = await readReference(tx, zone)
  await insertNoticesInTx(textIn(tx), noticesOfDeletedList(list, { ...context, reason }, reference.bodies.values()))
  await auditInTx(tx, context.actor, 'yearList.delete', code, {
    ...{ zone, name, phase: yearListState.labels[phase], reason: reason.trim() },
    items: items.map((item) => deletedItemText(item, context)),
  })
}
