import { double, type Finding, lost, type Reading, wrong } from './findings'
import type { PoisonReceipt } from './receipts'

export type Parked = {
  byReason: Record<string, number>
  /** Copies of poison whose first attempt was stored without an answer: parked too, each at its own offset. */
  unacknowledgedCopies: number
  findings: Finding[]
}

/** Headers lie there as pairs of name and value. */
const PARKED = `
  SELECT topic, "offset"::int AS at, reason, h.mark
  FROM parked_message
  LEFT JOIN LATERAL (SELECT pair->>1 AS mark FROM jsonb_array_elements(headers) pair WHERE pair->>0 = 'chaos-mark') h ON true
  ORDER BY id`

/** Every acknowledged poison is parked once with a reason that fits, and nothing good is parked. */
export async function checkParked(database: Reading, poison: readonly PoisonReceipt[]): Promise<Parked> {
  const { rows } = await database.query<{ topic: string; at: number; reason: string; mark: string | null }>(PARKED)
  const findings: Finding[] = []
  const byReason: Record<string, number> = {}
  const byMark = new Map(poison.map((receipt) => [receipt.mark, receipt]))
  const parked = new Set<string>()
  let unacknowledgedCopies = 0
  for (const { topic, at, reason, mark } of rows) {
    const place = `${topic} ${at}`
    byReason[reason] = (byReason[reason] ?? 0) + 1
    const receipt = mark === null ? undefined : byMark.get(mark)
    if (parked.has(place)) findings.push(double(`${place} is parked twice`))
    else if (receipt === undefined) findings.push(wrong(`${place} is parked (${reason}) and was no poison`))
    else if (!receipt.reasons.includes(reason))
      findings.push(wrong(`${place} is parked as ${reason}, it is ${receipt.reasons.join(' or ')}`))
    else if (receipt.offset !== at) unacknowledgedCopies += 1
    parked.add(place)
  }
  for (const { topic, offset, reasons } of poison)
    if (!parked.has(`${topic} ${offset}`))
      findings.push(lost(`${topic} ${offset} (${reasons.join('/')}) is not parked`))
  return { byReason, unacknowledgedCopies, findings }
}
