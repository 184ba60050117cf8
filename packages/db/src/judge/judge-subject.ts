import { createHash } from 'node:crypto'
import { type CellGiven, judgeCell, type Listed } from '@lianxi/domain/judge/judge-cell'
import { objectionOf, overrideOf } from '@lianxi/domain/judge/said-of-status'
import { ruleSetFor } from '@lianxi/domain/status/rule-set-for'
import type { Judgement } from '@lianxi/domain/status/types'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import type { JudgedCell, JudgedSubject } from './load-subjects'

/** One row of `status` without its stamp, named as its columns are. */
export type StatusRow = {
  zone: string
  subject: string
  region: string
  period: string
  kind: string
  year: number
  frequency: string
  attribute: string | null
  status: string
  computed: string
  method: string
  rule_set: number
  sentence: string
  detail: object
  override: object | null
  objection: object | null
  event_id: string | null
  /** Of all the others: what did not change is not sent to be compared. */
  digest: string
}

/**
 * Statuses of all cells of a subject that a duty asks for. A cell that nobody asks for (待归位) has none, and neither
 * has a subject that no plan lists or that is reported as something else than it is.
 */
export function judgeSubject(subject: JudgedSubject, ruleSets: readonly RuleSetAdopted[]): StatusRow[] {
  const { listed } = subject
  if (listed === undefined) return []
  return subject.cells
    .filter(({ state, kind }) => state !== 'waiting' && kind === listed.kind)
    .map((cell) => {
      const item = itemOf(subject, cell)
      const judgement = judgeCell(givenOf(subject, listed, cell), ruleSetFor(cell.period, ruleSets))
      return rowOf(subject, cell, item, judgement)
    })
}

const itemOf = ({ items }: JudgedSubject, cell: Pick<JudgedCell, 'region' | 'year'>): ItemListed | null =>
  items.find(({ region, year }) => region === cell.region && year === cell.year) ?? null

/** What one cell of a subject rests on. */
export function givenOf(
  subject: JudgedSubject,
  listed: Listed,
  cell: Pick<JudgedCell, 'region' | 'period' | 'year' | 'due'>,
): CellGiven {
  const { plan, cells, accepted, compared, share } = subject
  const { region, period, due } = cell
  return {
    ...{ listed, plan, region, period, due, accepted, compared, share },
    item: itemOf(subject, cell),
    cells: cells.filter((other) => other.region === region),
  }
}

const RETURNED = '本期所报已退回，待重新填报后判定。'

function rowOf(
  { zone, subject, cells, overrides, objections }: JudgedSubject,
  cell: JudgedCell,
  item: ItemListed | null,
  judgement: Judgement,
): StatusRow {
  const { status, method, ruleSet, sentence, ...detail } = judgement
  const override = overrideOf(cell, overrides, cells)
  const unsaid = status === 'not-reported' || status === 'not-due'
  const row = {
    ...{ zone, subject, region: cell.region, period: cell.period },
    ...{ kind: cell.kind, year: cell.year, frequency: cell.frequency, attribute: item?.attribute ?? null },
    ...{ status: override?.status ?? status, computed: status, method, rule_set: ruleSet },
    sentence: cell.state === 'returned' && unsaid ? RETURNED : sentence,
    ...{
      detail,
      override,
      objection: objectionOf(cell, { computed: status, override }, objections),
      event_id: cell.eventId,
    },
  }
  // Without an objection the digest is what it was before there were any: nothing that did not change is written.
  const told = JSON.stringify({ ...row, objection: row.objection ?? undefined })
  return { ...row, digest: createHash('sha256').update(told).digest('base64url') }
}
