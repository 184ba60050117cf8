import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { CellVerdicts } from './sub-state'

export type VerdictSaid = { eventId: string; occurredAt: string } & Extract<
  LianxiEvent,
  { type: 'lianxi.report.returned.v1' | 'lianxi.report.confirmed.v1' }
>

/** Keeps the last verdict on each report; whether it counts is decided when the cell is derived. */
export function evolveVerdict(verdicts: CellVerdicts | undefined, said: VerdictSaid): CellVerdicts {
  const { report, by, person } = said.data
  const returned = said.type === 'lianxi.report.returned.v1'
  return {
    ...verdicts,
    [report]: {
      verdict: returned ? 'returned' : 'confirmed',
      eventId: said.eventId,
      occurredAt: said.occurredAt,
      by,
      person,
      reason: returned ? said.data.reason : null,
    },
  }
}
