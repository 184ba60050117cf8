import { DocumentKind } from '@lianxi/schema/document-kind'
import { z } from 'zod'
import { BodyCode, FactCode, RegionCode, ZoneCode } from '@lianxi/schema/codes'
import { Aggregation, Basis, BodyKind, WorkField } from '@lianxi/schema/vocabulary'
import { Figure, Name, PlaceCode, sourced, Year } from './common'

/** plans.json. A draft for comment is not in force and never public. */
export const PlanRow = z.strictObject({
  code: FactCode,
  name: Name,
  level: z.enum(['zone', 'prefecture', 'county']),
  zone: ZoneCode,
  region: RegionCode.nullable(),
  issuer: Name.nullable(),
  documentNumber: z.string().max(60).nullable(),
  issuedOn: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .nullable(),
  periodStart: Year,
  periodEnd: Year,
  outlookYear: Year.nullable(),
  status: z.enum(['issued', 'issued (2022 update)', 'draft for comment (征求意见稿)']),
  document: z.string().regex(/^\d{3}$/),
  kind: DocumentKind.optional(),
})
export type PlanRow = z.infer<typeof PlanRow>

/** regions.json, `zones`. */
export const ZoneRow = z.strictObject({ code: ZoneCode, name: z.string().max(60), reviewBody: z.string().max(60) })
export type ZoneRow = z.infer<typeof ZoneRow>

/** regions.json, `regions`: GB/T 2260. `reporting`: has topics and an office of its own here. */
export const RegionRow = z.strictObject({
  code: RegionCode,
  name: z.string().min(1).max(60),
  shortName: z.string().min(1).max(20),
  level: z.enum(['province', 'prefecture', 'county']),
  parent: RegionCode.nullable(),
  zone: ZoneCode.nullable(),
  reporting: z.boolean(),
})
export type RegionRow = z.infer<typeof RegionRow>

/** indicators.json. `convertTo`: the same thing in another unit; `weight`: what a weighted mean is weighted by. */
export const IndicatorRow = z.strictObject({
  code: FactCode,
  name: z.string().min(1).max(120),
  unit: z.string().min(1).max(20),
  basis: Basis,
  aggregate: Aggregation,
  domain: WorkField,
  convertTo: z.strictObject({ indicator: FactCode, factor: z.number().positive() }).optional(),
  weight: FactCode.optional(),
})
export type IndicatorRow = z.infer<typeof IndicatorRow>

/** baselines.jsonl: actual figures the plans state; `value` null where they state a change of grade in words. */
export const BaselineRow = z.strictObject({
  code: FactCode,
  ...sourced,
  name: Name,
  domain: WorkField,
  region: PlaceCode,
  unit: z.string().min(1).max(20).nullable(),
  value: Figure.nullable(),
  year: Year.nullable(),
  indicator: FactCode.nullable(),
})
export type BaselineRow = z.infer<typeof BaselineRow>

/** tasks.jsonl: duties the plans give to a named body. */
export const TaskRow = z.strictObject({
  code: FactCode,
  ...sourced,
  name: Name,
  domain: WorkField,
  responsible: z.array(Name).min(1),
  lead: Name.nullable(),
  dueYear: Year.nullable(),
})
export type TaskRow = z.infer<typeof TaskRow>

/** bodies.json (ours): the bodies that must exist before anybody can report, in production too. */
export const BodyRow = z.strictObject({
  code: BodyCode,
  name: z.string().min(1).max(60),
  kind: BodyKind,
  region: RegionCode.nullable(),
  parent: BodyCode.nullable(),
  zones: z.array(ZoneCode).min(1),
})
export type BodyRow = z.infer<typeof BodyRow>

/** confirmations.json (ours): which region's reports its parent region confirms. */
export const ConfirmationRow = z.strictObject({ zone: ZoneCode, region: RegionCode, by: RegionCode })
export type ConfirmationRow = z.infer<typeof ConfirmationRow>
