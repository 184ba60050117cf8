import { z } from 'zod'
import { FactCode, SubjectCode } from '@lianxi/schema/codes'
import { Frequency } from '@lianxi/schema/period'
import { Basis, Comparator, PriceBasis, WorkField } from '@lianxi/schema/vocabulary'
import { Figure, Name, PlaceCode, sourced, Year } from './common'

/** One line of targets.jsonl; the meaning of each field is in data/README.md. */
export const TargetRow = z.strictObject({
  code: SubjectCode,
  ...sourced,
  name: Name,
  domain: WorkField,
  region: PlaceCode,
  regions: z.array(PlaceCode).min(2).optional(),
  unit: z.string().min(1).max(20).nullable(),
  measure: z.enum(['level', 'share', 'count', 'cumulative', 'growth_rate', 'per_year', 'flag']),
  comparator: Comparator,
  targetValue: z.union([Figure, z.tuple([Figure, Figure])]).nullable(),
  targetYear: Year.nullable(),
  baselineValue: Figure.nullable(),
  baselineYear: Year.nullable(),
  baselineRef: FactCode.optional(),
  baselineNote: z.string().min(1).max(500).optional(),
  direction: z.enum(['up', 'down', 'hold']),
  nature: z.null(),
  periodStart: Year.nullable(),
  periodEnd: Year.nullable(),
  scope: Name.nullable(),
  reportable: z.boolean(),
  notReportable: Name.optional(),
  indicator: FactCode.nullable(),
  basis: Basis,
  standing: z.boolean(),
  holdSide: z.enum(['below', 'above', 'both']).nullable(),
  frequency: Frequency.nullable(),
  priceBasis: PriceBasis.nullable(),
  relativeTo: z.strictObject({ series: Name, scope: Name, op: z.enum(['gt', 'ge', 'lt', 'le']) }).nullable(),
  assignedBy: z.enum(['省', '国家']).optional(),
  definitionNote: Name.optional(),
  scopeOf: z.enum(['region', 'programme', 'project', 'firm']),
  project: SubjectCode.optional(),
})
export type TargetRow = z.infer<typeof TargetRow>
