import { z } from 'zod'
import { RegionCode, ZoneCode } from '../codes'
import { text } from '../decimal'
import { IdempotencyKey } from './report'

/** What a sheet of an uploaded workbook holds; 规划 before 指标 before 目标 before 项目, as they lean on each other. */
export const PLAN_SHEETS = { plan: '规划', indicator: '指标', target: '目标', project: '项目' } as const
/** A plan's Excel tells on it what revised the plan; it is to be read by people. */
export const REVISION_SHEET = '修订记录'
export const PlanSheetKind = z.enum(['plan', 'indicator', 'target', 'project'])
export type PlanSheetKind = z.infer<typeof PlanSheetKind>

/**
 * How one sheet is read: what it holds (null: it is left out), where its heads end, which column says what, and what
 * counts where a column is missing. `field` is a name of `domain/plan-import/fields`, or `year-2026`.
 */
export const SheetMapping = z.strictObject({
  sheet: z.string().max(40),
  kind: PlanSheetKind.nullable(),
  headRow: z.int().min(0).max(20_000),
  firstRow: z.int().min(0).max(20_000),
  columns: z.array(z.strictObject({ column: z.int().min(1).max(200), field: z.string().max(40) })).max(200),
  defaults: z.array(z.strictObject({ field: z.string().max(40), value: text(120) })).max(40),
})
export type SheetMapping = z.infer<typeof SheetMapping>

/** In whose name: null the zone's secretariat, else a region's coordinator for his region's plans. */
const owner = { zone: ZoneCode, region: RegionCode.nullable() }
const Id = z.uuid()

export const UploadPlans = z.strictObject({
  ...owner,
  fileName: text(200),
  file: z.instanceof(Uint8Array<ArrayBufferLike>),
})
export type UploadPlans = z.infer<typeof UploadPlans>

export const MapPlans = z.strictObject({
  zone: ZoneCode,
  id: Id,
  idempotencyKey: IdempotencyKey,
  expectedVersion: z.int().min(1),
  mapping: z.array(SheetMapping).max(50),
})
export type MapPlans = z.infer<typeof MapPlans>

/** `seen`: fingerprint of what the preview said would change; another one now means somebody was faster. */
export const ApplyPlans = z.strictObject({
  zone: ZoneCode,
  id: Id,
  idempotencyKey: IdempotencyKey,
  seen: z.string().max(64),
  warningsSeen: z.boolean().meta({ title: '已核对各条提示' }),
})
export type ApplyPlans = z.infer<typeof ApplyPlans>
