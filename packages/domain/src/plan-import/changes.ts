import type { IndicatorListed, PlanListed, ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { grouped, moneyWords, withUnit } from '@lianxi/schema/figure-words'
import { type Around, FIELD_TITLES, fieldWords } from './change-words'
import type { Known } from './known'

type Doc =
  | { kind: 'plan'; doc: PlanListed }
  | { kind: 'indicator'; doc: IndicatorListed }
  | { kind: 'target'; doc: TargetListed }
  | { kind: 'project'; doc: ProjectListed }
/** `standIn`: its row has an error, said there; other rows can still be held against it, and it is no change. */
export type Built = Doc & { sheet: string; row: number; standIn?: boolean }

/** `fields` null: new. */
export type Change = {
  kind: Built['kind']
  code: string
  name: string
  sheet: string
  row: number
  fields: { title: string; before: string; after: string }[] | null
  /** Where and how much, in words: what a new row is looked over by. */
  gist: string
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
  const names = new Map([
    [board.zone.code, board.zone.name],
    ...board.regions.map(({ code, name }) => [code, name] as const),
  ])
  const placeOf = (code: string) => names.get(code) ?? code
  const changes: Change[] = []
  let unchanged = 0
  for (const one of built) {
    const before = lookup[one.kind].get(one.doc.code)
    const fields = before === undefined ? null : differences(before, one.doc, placeOf)
    if (fields?.length === 0) unchanged++
    else {
      const { kind, sheet, row } = one
      const { code, name } = one.doc
      changes.push({ ...{ kind, sheet, row, fields, code, name }, gist: gistOf(one, placeOf), event: eventOf(one) })
    }
  }
  return { changes, unchanged, absent: absentOf(built, board) }
}

/** Type and data come from the same branch; TypeScript cannot follow that through the union. */
const eventOf = ({ kind, doc }: Built): LianxiEvent => ({ type: TYPES[kind], data: doc }) as LianxiEvent

type PlaceOf = Around['placeOf']

function gistOf(built: Built, placeOf: PlaceOf): string {
  switch (built.kind) {
    case 'plan':
      return `${built.doc.periodStart}—${built.doc.periodEnd}年${built.doc.region === null ? '' : ` · ${placeOf(built.doc.region)}`}`
    case 'indicator':
      return built.doc.unit
    case 'target': {
      const { region, value, valueHigh, unit, targetYear } = built.doc
      const figure = [value, valueHigh].flatMap((said) => (said === null ? [] : [grouped(said)])).join('至')
      return `${placeOf(region)} · ${targetYear}年 ${figure === '' ? '定性' : withUnit(figure, unit)}`
    }
    case 'project': {
      const { regions, investmentWan } = built.doc
      const total = investmentWan === null ? '' : ` · 总投资 ${moneyWords(investmentWan)}`
      return `${regions.map(placeOf).join('、')}${total}`
    }
    default:
      return built satisfies never
  }
}

/** The unit of a document's figures: a target's own, 万元 of a project's. */
function unitOf(doc: object): string | null {
  if ('investmentWan' in doc) return '万元'
  return 'unit' in doc && typeof doc.unit === 'string' ? doc.unit : null
}

/** Fields that differ, compared as JSON: both sides keep the contract, so the same fact has one spelling. */
function differences(before: object, after: object, placeOf: PlaceOf) {
  const [was, is] = [before, after].map((doc) => ({ placeOf, unit: unitOf(doc) }))
  if (was === undefined || is === undefined) return []
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const a: unknown = old.get(field) ?? null
    const b: unknown = now.get(field) ?? null
    if (JSON.stringify(a, sorted) === JSON.stringify(b, sorted)) return []
    return [{ title: FIELD_TITLES[field] ?? field, before: fieldWords(field, a, was), after: fieldWords(field, b, is) }]
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
