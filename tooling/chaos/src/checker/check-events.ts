import { double, type Finding, lost, type Reading, wrong } from './findings'
import { expectedCells } from './model'
import type { Receipts } from './receipts'

/** The regions' topics; the zone's are written by the relay alone and followed through the outbox. */
const STORED = `SELECT topic, event_id::text AS id, "offset"::int AS at FROM ingested_event WHERE topic ~ '^lianxi\\.[0-9]{6}\\.'`

/** Every acknowledged report is stored exactly once, nothing else is, and in the order in which it was said. */
export async function checkEvents(
  database: Reading,
  { reports, repeats }: Receipts,
): Promise<{ applied: number; findings: Finding[] }> {
  const { rows } = await database.query<{ topic: string; id: string; at: number }>(STORED)
  const findings: Finding[] = []
  const stored = new Map<string, number>()
  for (const { topic, id, at } of rows) {
    if (stored.has(`${topic} ${id}`)) findings.push(double(`${topic} ${id} is stored twice`))
    stored.set(`${topic} ${id}`, at)
  }
  const acknowledged = new Map(reports.map((report) => [`${report.topic} ${report.eventId}`, report]))
  let applied = 0
  for (const [name, { offset, way }] of acknowledged) {
    const at = stored.get(name)
    if (at === undefined) findings.push(lost(`${name}, acknowledged over ${way}, is not stored`))
    else applied += 1
    // A batch that was stored without an answer and said again has its first copy earlier, never later.
    if (at !== undefined && offset !== undefined && at > offset)
      findings.push(wrong(`${name} is stored from offset ${at}, acknowledged at ${offset}`))
  }
  for (const name of stored.keys())
    if (!acknowledged.has(name)) findings.push(wrong(`${name} is stored and was acknowledged to nobody`))
  for (const { topic, eventId } of repeats)
    if (!stored.has(`${topic} ${eventId}`)) findings.push(lost(`${topic} ${eventId}, said twice, is not stored`))
  return { applied, findings: [...findings, ...outOfOrder(reports, stored)] }
}

function outOfOrder(reports: Receipts['reports'], stored: ReadonlyMap<string, number>): Finding[] {
  return [...expectedCells(reports)].flatMap(([cell, { said, standing }]) => {
    const offsets = said.map((id) => stored.get(`${standing.topic} ${id}`) ?? Infinity)
    const falls = offsets.findIndex((offset, index) => offset < (offsets[index - 1] ?? -1))
    return falls === -1 ? [] : [wrong(`${cell}: report ${falls + 1} was published before report ${falls}`)]
  })
}
