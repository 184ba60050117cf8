import { keyOf } from '@lianxi/domain/report-sheet/identity'
import type { NilResult, ReportResult } from '@lianxi/schema/views/result'
import { v5 as uuidv5 } from 'uuid'
import type { OfficeRequest } from './handle-reports'

/** One press of one person on several reports of a region. */
export type OnePress = {
  input: { zone: string; region: string; idempotencyKey: string }
  actor: { id: string; name: string; bodies: string[] }
  procedure: string
  traceparent: string
}
type Row = { subject: string; period: string; expectedVersion: number }

/** The request for one of the rows; its key is made of the press's, so that the same press finds the same answer. */
export function requestOfRow(
  { input: { zone, region, idempotencyKey }, actor, procedure, traceparent }: OnePress,
  row: Row,
  command: OfficeRequest['command'],
  pressed: unknown = row,
): OfficeRequest {
  const { subject, period, expectedVersion } = row
  return {
    key: { zone, region, subject, period },
    ...{ command, actor, expectedVersion, traceparent },
    press: { userId: actor.id, key: uuidv5(keyOf(row), idempotencyKey), procedure, input: pressed },
  }
}

/** Every row with its answer, in the order it was asked. */
export const answersOf = (
  rows: readonly Omit<Row, 'expectedVersion'>[],
  answerOf: (key: string) => ReportResult,
): NilResult => ({
  results: rows.map(({ subject, period }) => ({ subject, period, result: answerOf(keyOf({ subject, period })) })),
})
