import type { BaselineStated } from '@lianxi/schema/events/baselines'
import type { ParsedEvent } from '@lianxi/schema/events/parse'
import type { ClientBase } from 'pg'
import { FACT } from './tables'
import { writeReferenceInTx } from './write-versioned'

type Statement = Extract<ParsedEvent, { type: 'lianxi.target.baseline-stated.v1' }>

export const isStatement = (event: ParsedEvent): event is Statement => event.type === 'lianxi.target.baseline-stated.v1'

/** What is stated and what is decided of it stand under one key, each written by its own topic. */
export const statementKey = ({
  subject,
  region,
  asked,
}: Pick<BaselineStated, 'subject' | 'region' | 'asked'>): string => `${subject}:${region}:${asked}`

/** What a region stated of its targets (待补), the last of each; a fact of the zone whose plan it is. */
export async function foldStatementsInTx(
  tx: ClientBase,
  stamp: string,
  statements: readonly Statement[],
): Promise<void> {
  const rows = new Map(
    statements.map(({ data, envelope }) => {
      const key = { zone: data.zone, kind: 'baseline-stated', code: statementKey(data) }
      return [`${key.zone} ${key.code}`, { ...key, doc: data, event_id: envelope.id }]
    }),
  )
  await writeReferenceInTx(tx, FACT, stamp, [...rows.values()])
}
