import { DisagreementSettled } from '@lianxi/schema/events/cross-region'
import type { SettlementView } from '@lianxi/schema/views/cross-region'
import { z } from 'zod'
import { empty, type Reading, sql } from '../../client'
import type { Board } from '../base/board'

const Row = z.object({ event: z.string(), doc: DisagreementSettled })
export type Settlement = DisagreementSettled & { event: string }

/** What was settled of a zone's projects or of one, the latest first. */
export async function readSettlements(
  db: Reading,
  board: Board,
  { zone, subject }: { zone: string; subject?: string | undefined },
): Promise<Settlement[]> {
  const only = subject === undefined ? empty : sql`AND f.doc->>'subject' = ${subject}`
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT f.code AS event, f.doc FROM ${board.fact} f
    WHERE f.zone = ${zone} AND f.kind = 'disagreement-settled' ${only} ORDER BY f.code DESC`)
  return z
    .array(Row)
    .parse(rows)
    .map(({ event, doc }) => ({ event, ...doc }))
}

export const settlementView = (
  { event, period, what, note, person, on }: Settlement,
  stands: boolean,
): SettlementView => ({ event, period, what, note, person, on, stands })
