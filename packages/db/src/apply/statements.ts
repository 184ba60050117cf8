import type { BaselineStated } from '@lianxi/schema/events/baselines'
import type { ParsedEvent } from '@lianxi/schema/events/parse'
import type { StatusObjected } from '@lianxi/schema/events/statuses'
import type { ClientBase } from 'pg'
import { writeFactsInTx } from './write-facts'

const STATEMENT_EVENTS = [
  'lianxi.target.baseline-stated.v1',
  'lianxi.target.status-objected.v1',
  'lianxi.project.status-objected.v1',
  'lianxi.target.objection-withdrawn.v1',
  'lianxi.project.objection-withdrawn.v1',
] as const
type Statement = Extract<ParsedEvent, { type: (typeof STATEMENT_EVENTS)[number] }>

const types: ReadonlySet<string> = new Set(STATEMENT_EVENTS)
export const isStatement = (event: ParsedEvent): event is Statement => types.has(event.type)

/** What is stated and what is decided of it stand under one key, each written by its own topic. */
export const statementKey = ({
  subject,
  region,
  asked,
}: Pick<BaselineStated, 'subject' | 'region' | 'asked'>): string => `${subject}:${region}:${asked}`

/**
 * Of one cell the objection said last stands, of the computed status and of each override. Each kind of subject has its
 * own topic, so each has its own key.
 */
const objectedKey = ({ subject, region, period, override }: StatusObjected): string =>
  [subject, region, period, ...(override === undefined ? [] : [override])].join(':')

/** Kind and code under which a statement stands. */
function statementOf(event: Statement): { kind: string; code: string } {
  switch (event.type) {
    case 'lianxi.target.baseline-stated.v1':
      return { kind: 'baseline-stated', code: statementKey(event.data) }
    case 'lianxi.target.status-objected.v1':
      return { kind: 'target-status-objected', code: objectedKey(event.data) }
    case 'lianxi.project.status-objected.v1':
      return { kind: 'project-status-objected', code: objectedKey(event.data) }
    case 'lianxi.target.objection-withdrawn.v1':
    case 'lianxi.project.objection-withdrawn.v1':
      return { kind: 'objection-withdrawn', code: event.data.objection }
    default:
      return event satisfies never
  }
}

/** What a region says beside its reports, the last of each; a fact of the zone whose plan or list it is about. */
export async function foldStatementsInTx(
  tx: ClientBase,
  stamp: string,
  statements: readonly Statement[],
): Promise<void> {
  await writeFactsInTx(tx, stamp, statements, (event) => ({ zone: event.data.zone, ...statementOf(event) }))
}
