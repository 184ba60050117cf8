import { createHash } from 'node:crypto'
import { projectGiven } from '@lianxi/domain/judge/project-given'
import { targetGiven } from '@lianxi/domain/judge/target-given'
import { resolveProject } from '@lianxi/domain/status/resolve-project'
import { resolveTarget } from '@lianxi/domain/status/resolve-target'
import { ruleSetFor } from '@lianxi/domain/status/rule-set-for'
import type { Judgement, RuleSet } from '@lianxi/domain/status/types'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import type { JudgedCell, JudgedSubject, Listed } from './load-subjects'

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
      const item = subject.items.find(({ region, year }) => region === cell.region && year === cell.year) ?? null
      return rowOf(subject, cell, item, judge(subject, listed, cell, item, ruleSetFor(cell.period, ruleSets)))
    })
}

function judge(
  { plan, cells, accepted, compared }: JudgedSubject,
  listed: Listed,
  cell: JudgedCell,
  item: ItemListed | null,
  rules: RuleSet,
): Judgement {
  const { region, period, due } = cell
  const same = { region, period, item, due, cells: cells.filter((other) => other.region === region) }
  return listed.kind === 'target'
    ? resolveTarget(targetGiven({ ...same, doc: listed.doc, planStart: plan?.periodStart, accepted, compared }), rules)
    : resolveProject(projectGiven({ ...same, doc: listed.doc, planEnd: plan?.periodEnd }), rules)
}

const RETURNED = '本期所报已退回，待重新填报后判定。'

function rowOf(
  { zone, subject }: JudgedSubject,
  cell: JudgedCell,
  item: ItemListed | null,
  judgement: Judgement,
): StatusRow {
  const { status, method, ruleSet, sentence, ...detail } = judgement
  const unsaid = status === 'not-reported' || status === 'not-due'
  const row = {
    ...{ zone, subject, region: cell.region, period: cell.period },
    ...{ kind: cell.kind, year: cell.year, frequency: cell.frequency, attribute: item?.attribute ?? null },
    ...{ status, computed: status, method, rule_set: ruleSet },
    sentence: cell.state === 'returned' && unsaid ? RETURNED : sentence,
    ...{ detail, override: null, event_id: cell.eventId },
  }
  return { ...row, digest: createHash('sha256').update(JSON.stringify(row)).digest('base64url') }
}
