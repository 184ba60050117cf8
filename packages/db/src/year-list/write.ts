import type { ListItem, ListStep, YearList } from '@lianxi/domain/year-list/state'
import { sql, type Tx } from '../client'

const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))

/** Writes the list and those of its items that are not the same objects any more. The caller holds the list's lock. */
export async function writeListInTx(tx: Tx, before: YearList | undefined, list: YearList, now: string): Promise<void> {
  const { zone, code, region, year, owner, phase, version, name, calendar, wholes, adopted } = list
  await tx.$executeRaw(sql`
    INSERT INTO year_list (zone, code, region, year, owner, phase, version, name, calendar, wholes, adopted_basis,
      adopted_on, updated_at)
    VALUES (${zone}, ${code}, ${region}, ${year}, ${owner}, ${phase}, ${version}, ${name}, ${json(calendar)}::jsonb,
      ${json(wholes)}::jsonb, ${adopted?.basis ?? null}, ${adopted?.on ?? null}, ${now}::timestamptz)
    ON CONFLICT (zone, code) DO UPDATE SET phase = excluded.phase, version = excluded.version, name = excluded.name,
      calendar = excluded.calendar, wholes = excluded.wholes, adopted_basis = excluded.adopted_basis,
      adopted_on = excluded.adopted_on, updated_at = excluded.updated_at`)
  const stored = before !== undefined && before.version > 0 ? before.items : []
  const kept = new Set(list.items.map((item) => item.code))
  const gone = stored.flatMap((item) => (kept.has(item.code) ? [] : [item.code]))
  if (gone.length > 0) await tx.yearListItem.deleteMany({ where: { zone, list: code, code: { in: gone } } })
  const same = new Set(stored)
  await upsertItemsInTx(
    tx,
    list,
    list.items.filter((item) => !same.has(item)),
  )
}

async function upsertItemsInTx(tx: Tx, { zone, code: list }: YearList, items: readonly ListItem[]): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ content, ...item }) => ({
    ...{ ...item, zone, list, content, region: content.region, subject: content.subject },
  }))
  await tx.$executeRaw(sql`
    INSERT INTO year_list_item (zone, list, code, position, version, region, subject, content, answer, said, reply, revision)
    SELECT zone, list, code, position, version, region, subject, content, answer, said, reply, revision
    FROM jsonb_populate_recordset(NULL::year_list_item, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (zone, list, code) DO UPDATE SET version = excluded.version, region = excluded.region,
      subject = excluded.subject, content = excluded.content, answer = excluded.answer, said = excluded.said,
      reply = excluded.reply, revision = excluded.revision`)
}

/** Who said what when: the negotiation is kept word for word. */
export async function insertStepsInTx(tx: Tx, { zone, code: list }: YearList, steps: readonly ListStep[]) {
  await tx.yearListStep.createMany({
    data: steps.map(({ type, item, by, body, at, ...detail }) => ({
      ...{ zone, list, item, type, body, detail, actorId: by.id, actorName: by.name, at: new Date(at) },
    })),
  })
}
