import { IndicatorMerged } from '@lianxi/schema/events/indicators'
import { IndicatorListed } from '@lianxi/schema/events/facts'
import { type Reading, sql } from '../client'

/** What the board knows of a zone's indicators: each with its last event, which of them are merged, and how many targets name it. */
export type KnownIndicators = {
  indicators: Map<string, { doc: IndicatorListed; eventId: string }>
  merges: Map<string, { doc: IndicatorMerged; eventId: string }>
  /** Last event of a merge or a separation. */
  touched: Map<string, string>
  used: Map<string, number>
}

export async function readKnownIndicators(db: Reading, zone: string): Promise<KnownIndicators> {
  const [facts, used] = await Promise.all([
    db.$queryRaw<{ kind: string; code: string; doc: unknown; event: string }[]>(sql`
      SELECT kind, code, doc, event_id::text AS event FROM board.fact
      WHERE zone = ${zone} AND kind IN ('indicator', 'indicator-merge') ORDER BY code`),
    db.$queryRaw<{ code: string; targets: number }[]>(sql`
      SELECT doc->>'indicator' AS code, count(*)::int AS targets FROM board.subject
      WHERE zone = ${zone} AND kind = 'target' AND doc->>'indicator' IS NOT NULL GROUP BY 1`),
  ])
  const known: KnownIndicators = {
    indicators: new Map(),
    merges: new Map(),
    touched: new Map(),
    used: new Map(used.map(({ code, targets }) => [code, targets])),
  }
  for (const { kind, code, doc, event: eventId } of facts) {
    if (kind === 'indicator') {
      known.indicators.set(code, { doc: IndicatorListed.parse(doc), eventId })
      continue
    }
    known.touched.set(code, eventId)
    // A separation has no `into`.
    const merged = IndicatorMerged.safeParse(doc)
    if (merged.success) known.merges.set(code, { doc: merged.data, eventId })
  }
  return known
}

/** What somebody saw last of an indicator: UUIDv7 sort by the time they were made. */
export function seenOf(known: KnownIndicators, code: string): string | null {
  const events = [known.indicators.get(code)?.eventId, known.touched.get(code)].filter((one) => one !== undefined)
  return events.sort().at(-1) ?? null
}

export const mergedInto = ({ merges }: KnownIndicators): Map<string, string> =>
  new Map([...merges].map(([code, { doc }]) => [code, doc.into]))
