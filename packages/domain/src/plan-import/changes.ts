import type { IndicatorListed, PlanListed, ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { FIELD_TITLES, valueWords } from './change-words'
import type { Known } from './known'

type Doc =
  | { kind: 'plan'; doc: PlanListed }
  | { kind: 'indicator'; doc: IndicatorListed }
  | { kind: 'target'; doc: TargetListed }
  | { kind: 'project'; doc: ProjectListed }
export type Built = Doc & { sheet: string; row: number }

/** `fields` null: new. */
export type Change = {
  kind: Built['kind']
  code: string
  name: string
  sheet: string
  row: number
  fields: { title: string; before: string; after: string }[] | null
  event: LianxiEvent
}

const TYPES = {
  plan: 'lianxi.plan.listed.v1',
  indicator: 'lianxi.indicator.listed.v1',
  target: 'lianxi.target.listed.v1',
  project: 'lianxi.project.listed.v1',
} as const

/** What the file would change, field by field; what is the same is counted, what it does not name is told. */
export function changesOf(built: readonly Built[], board: Known) {
  const lookup = {
    plan: new Map<string, object>(board.plans.map((doc) => [doc.code, doc])),
    indicator: new Map<string, object>(board.indicators.map((doc) => [doc.code, doc])),
    target: new Map<string, object>(board.targets.map((doc) => [doc.code, doc])),
    project: new Map<string, object>(board.projects.map((doc) => [doc.code, doc])),
  }
  const changes: Change[] = []
  let unchanged = 0
  for (const one of built) {
    const before = lookup[one.kind].get(one.doc.code)
    const fields = before === undefined ? null : differences(before, one.doc)
    if (fields?.length === 0) unchanged++
    else {
      const { kind, sheet, row } = one
      changes.push({ ...{ kind, sheet, row, fields }, code: one.doc.code, name: one.doc.name, event: eventOf(one) })
    }
  }
  return { changes, unchanged, absent: absentOf(built, board) }
}

/** Type and data come from the same branch; TypeScript cannot follow that through the union. */
const eventOf = ({ kind, doc }: Built): LianxiEvent => ({ type: TYPES[kind], data: doc }) as LianxiEvent

/** Fields that differ, compared as JSON: both sides keep the contract, so the same fact has one spelling. */
function differences(before: object, after: object) {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const a: unknown = old.get(field) ?? null
    const b: unknown = now.get(field) ?? null
    if (JSON.stringify(a, sorted) === JSON.stringify(b, sorted)) return []
    return [{ title: FIELD_TITLES[field] ?? field, before: valueWords(a), after: valueWords(b) }]
  })
}

/** Objects are compared by their keys' names, not by the order somebody wrote them in. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Of the kinds the file speaks of, in the plans it speaks of. */
function absentOf(built: readonly Built[], board: Known) {
  const named = new Set(built.map(({ kind, doc }) => `${kind} ${doc.code}`))
  return (['target', 'project'] as const).flatMap((kind) => {
    const plans = new Set(built.flatMap((one) => (one.kind === kind && 'plan' in one.doc ? [one.doc.plan] : [])))
    const docs = kind === 'target' ? board.targets : board.projects
    return docs.flatMap(({ code, name, plan }) =>
      plans.has(plan) && !named.has(`${kind} ${code}`) ? [{ kind, code, name, plan }] : [],
    )
  })
}
