import { type Duty, evolveDuty } from '@lianxi/domain/board/duty'
import type { ClientBase } from 'pg'
import type { DutyKey, PlanChanges } from './plan-changes'

const keyOf = ({ subject, region, year }: DutyKey): string => `${subject} ${region} ${year}`

/**
 * Rows of the duties a run of events assigned. What stood is looked up only where a handover goes on from it.
 * `onBoard` false: every event of these subjects is given again, so nothing stood.
 */
export async function dutyRows(
  tx: ClientBase,
  zone: string,
  { duties }: PlanChanges,
  onBoard: boolean,
): Promise<object[]> {
  const handedOver = [...duties.values()].filter(({ said: [first] }) => first?.from !== undefined)
  const known = onBoard ? await loadDutiesInTx(tx, zone, handedOver) : new Map<string, Duty>()
  return [...duties].map(([key, { subject, region, year, said, eventId }]) => {
    const duty = said.reduce<Duty | undefined>(evolveDuty, known.get(key))
    const { servedBy: served_by, ...held } = duty ?? { servedBy: null }
    return { zone, subject, region, year, ...held, served_by, event_id: eventId }
  })
}

async function loadDutiesInTx(tx: ClientBase, zone: string, keys: readonly DutyKey[]): Promise<Map<string, Duty>> {
  if (keys.length === 0) return new Map()
  // Written by this code under the board's lock and by nobody else.
  const { rows } = await tx.query<DutyKey & Duty>(
    `SELECT subject, region, year, kind, body, frequency, items, holders, served_by AS "servedBy" FROM duty
     JOIN jsonb_to_recordset($2::jsonb) AS k (subject text, region text, year int) USING (subject, region, year)
     WHERE duty.zone = $1`,
    [zone, JSON.stringify(keys.map(({ subject, region, year }) => ({ subject, region, year })))],
  )
  return new Map(
    rows.map(({ kind, body, frequency, items, holders, servedBy, ...key }): [string, Duty] => [
      keyOf(key),
      { kind, body, frequency, items, holders, servedBy },
    ]),
  )
}
