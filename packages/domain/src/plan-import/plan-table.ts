import { documentKind } from '@lianxi/schema/document-kind'
import type { PlanSheetKind } from '@lianxi/schema/commands/plan-import'
import type { IndicatorListed, PlanListed, ProjectListed, Source, TargetListed } from '@lianxi/schema/events/facts'
import { FREQUENCY_LABELS } from '@lianxi/schema/period'
import {
  aggregation,
  basis,
  comparator,
  direction,
  planStatus,
  priceBasis,
  stage,
  visibility,
} from '@lianxi/schema/vocabulary'
import { namesOf } from '../plan/stated-bodies'
import { FIELDS, HOLD_SIDES, yearField } from './fields'
import { YES_NO } from './row-common'

type Row = Record<string, string | null>
export type PlanTable = { kind: PlanSheetKind; fields: string[]; rows: (string | null)[][] }

/** What a plan has, as the template's rows: what goes out comes in again and changes nothing. */
export function planTables(docs: {
  plans: readonly PlanListed[]
  indicators: readonly IndicatorListed[]
  targets: readonly TargetListed[]
  projects: readonly ProjectListed[]
}): PlanTable[] {
  return [
    table('plan', docs.plans.map(planRow)),
    table('indicator', docs.indicators.map(indicatorRow)),
    table('target', docs.targets.map(targetRow)),
    table('project', docs.projects.map(projectRow)),
  ]
}

/** The sheet's fields, and a column for every year some row gives a figure for. */
function table(kind: PlanSheetKind, rows: Row[]): PlanTable {
  const years = new Set(rows.flatMap((row) => Object.keys(row).filter((field) => field.startsWith('year-'))))
  const fields = [...FIELDS[kind].map(({ name }) => name), ...[...years].sort()]
  return { kind, fields, rows: rows.map((row) => fields.map((field) => row[field] ?? null)) }
}

const number = (value: number | null): string | null => (value === null ? null : String(value))
const yesNo = (value: boolean): string => (value ? YES_NO.yes : YES_NO.no)

const planRow = (plan: PlanListed): Row => ({
  ...plan,
  periodStart: String(plan.periodStart),
  periodEnd: String(plan.periodEnd),
  status: planStatus.labels[plan.status],
  kind: plan.kind === undefined ? null : documentKind.labels[plan.kind],
})

const indicatorRow = ({ code, name, unit, domain, ...indicator }: IndicatorListed): Row => ({
  ...{ code, name, unit, domain },
  basis: basis.labels[indicator.basis],
  aggregate: aggregation.labels[indicator.aggregate],
})

const sourceRow = ({ chapter, section, box, line }: Source): Row => ({ chapter, section, box, line: number(line) })

function bodiesRow(stated: string | undefined): Row {
  const [leadBody = null, ...others] = namesOf(stated ?? '')
  return { leadBody, coBodies: others.join('、') || null }
}

function targetRow(target: TargetListed): Row {
  const { code, plan, name, domain, region, indicator, unit, value, valueHigh, baseline, yearly = [] } = target
  return {
    ...{ code, plan, name, domain, region, indicator, unit, value, valueHigh },
    ...{ basis: basis.labels[target.basis], comparator: comparator.labels[target.comparator] },
    ...{ targetYear: String(target.targetYear), baseline: baseline?.value ?? null },
    ...{ baselineYear: number(baseline?.year ?? null), baselineNote: baseline?.note ?? null },
    direction: target.direction && direction.labels[target.direction],
    standing: yesNo(target.standing),
    holdSide: target.holdSide && HOLD_SIDES[target.holdSide],
    frequency: target.frequency && FREQUENCY_LABELS[target.frequency],
    priceBasis: target.priceBasis && priceBasis.labels[target.priceBasis],
    ...bodiesRow(target.statedBodies),
    ...{ reportable: yesNo(target.reportable), visibility: visibility.labels[target.visibility] },
    ...sourceRow(target.source),
    ...Object.fromEntries(yearly.map(({ year, value: ofYear }) => [yearField(year), ofYear])),
  }
}

function projectRow(project: ProjectListed): Row {
  const { code, plan, name, domain, category, plannedOutcome, scale, parent, parts = [], yearly = [] } = project
  return {
    ...{ code, plan, name, domain, category, plannedOutcome, scale, parent },
    regions: project.regions.join('、'),
    stage: project.stage && stage.labels[project.stage],
    ...{ investment: number(project.investmentWan), investmentUnit: '万元' },
    ...{ startYear: number(project.startYear), endYear: number(project.endYear) },
    parts: parts.map(({ region, sharePercent }) => `${region}:${sharePercent}%`).join('、') || null,
    ...bodiesRow(project.statedBodies),
    visibility: visibility.labels[project.visibility],
    ...sourceRow(project.source),
    ...Object.fromEntries(yearly.map(({ year, planWan }) => [yearField(year), String(planWan)])),
  }
}
