import type { Source } from '@lianxi/schema/events/facts'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Stage } from '@lianxi/schema/vocabulary'
import { findWan } from '../money'
import type { RowSource } from '../rows/common'
import type { ProjectRow } from '../rows/project'
import type { PlanRow } from '../rows/reference'
import type { TargetRow } from '../rows/target'

const STAGES = {
  储备: 'reserve',
  前期: 'preliminary',
  拟开工: 'to-start',
  在建: 'under-construction',
  建成: 'completed',
} satisfies Record<NonNullable<ProjectRow['stage']>, Stage>

export const sourceOf = ({ plan, chapter, section, box, line }: RowSource): Source => ({
  plan,
  chapter,
  section,
  box: box ?? null,
  line,
})

export function planEvent(row: PlanRow): LianxiEvent {
  const { code, name, issuer, documentNumber, issuedOn, periodStart, periodEnd, region } = row
  const status = row.status.startsWith('draft') ? 'draft' : 'issued'
  return {
    type: 'lianxi.plan.listed.v1',
    data: {
      ...{ code, name, issuer, documentNumber, issuedOn, periodStart, periodEnd, region, status },
      ...(row.kind !== undefined && { kind: row.kind }),
    },
  }
}

type TargetEvent = Extract<LianxiEvent, { type: 'lianxi.target.listed.v1' }>

/** `targetYear` null means the end of the plan's period (data/README.md); direction 保持 is told by `standing`. */
export function targetEvent(row: TargetRow, plans: Map<string, PlanRow>): TargetEvent {
  const targetYear = row.targetYear ?? plans.get(row.plan)?.periodEnd
  if (targetYear === undefined) throw new Error(`plan ${row.plan} of ${row.code} is not in the catalogue`)
  const [value, valueHigh] = Array.isArray(row.targetValue) ? row.targetValue : [row.targetValue, null]
  const { code, plan, name, domain, region, indicator, unit, basis, comparator } = row
  const { standing, holdSide, frequency, priceBasis, reportable, visibility, relativeTo } = row
  const baseline =
    row.baselineValue === null || row.baselineYear === null
      ? null
      : { value: row.baselineValue, year: row.baselineYear, note: row.baselineNote ?? null }
  return {
    type: 'lianxi.target.listed.v1',
    data: {
      ...{ code, plan, name, domain, region, indicator, unit, basis, comparator, value, valueHigh, targetYear },
      ...{ baseline, direction: row.direction === 'hold' ? null : row.direction, standing, holdSide, frequency },
      ...{ priceBasis, reportable, visibility, source: sourceOf(row.source) },
      ...(relativeTo && {
        relativeTo: { series: relativeTo.series, scope: relativeTo.scope, operator: relativeTo.op },
      }),
      ...(row.assignedBy !== undefined && { assignedBy: row.assignedBy }),
    },
  }
}

export function projectEvent(row: ProjectRow): LianxiEvent {
  const { code, plan, name, domain, regions, category, plannedOutcome, startYear, endYear, crossRegion } = row
  const size = [row.scale, row.area].filter((part) => part !== null)
  return {
    type: 'lianxi.project.listed.v1',
    data: {
      ...{ code, plan, name, domain, regions, category, plannedOutcome, startYear, endYear, crossRegion },
      stage: row.stage === null ? null : STAGES[row.stage],
      investmentWan: row.investmentYi === null ? null : (findWan(row.investmentYi) ?? null),
      scale: size.length === 0 ? null : size.join('；'),
      parent: row.parent ?? null,
      regionUnknown: row.regionUnknown === true,
      possibleSameAs: row.possibleSameAs ?? [],
      visibility: row.visibility,
      source: sourceOf(row.source),
    },
  }
}
