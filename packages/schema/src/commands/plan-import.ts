import { DocumentKind } from '../document-kind'
import { z } from 'zod'
import { RegionCode, ZoneCode } from '../codes'
import { CalendarDate, text } from '../decimal'
import { WorkField } from '../vocabulary'
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

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
/** As many as somebody types by hand; more come in a workbook. */
export const MOST_MATTERS = 60
/**
 * A decision or minutes typed in, with its matters: what a workbook with one line of 规划 and some of 目标 would say. It
 * is previewed and applied like one.
 */
export const TypeDecision = z.strictObject({
  ...owner,
  kind: DocumentKind.extract(['decision', 'minutes']),
  name: said(120, '请填写文件或会议名称').meta({ title: '名称', examples: ['攀西经济区联席会议第三次会议纪要'] }),
  issuer: text(120).meta({ title: '印发单位' }),
  documentNumber: text(60).meta({ title: '文号' }),
  issuedOn: CalendarDate.meta({ title: '日期' }),
  dueYear: z.int().min(2000).max(2060).meta({ title: '完成年度' }),
  matters: z
    .array(
      z.strictObject({
        name: said(200, '请填写事项').meta({ title: '事项' }),
        field: WorkField,
        region: RegionCode.nullable().meta({ title: '地区', description: 'null: the owner’s' }),
        article: text(200).meta({ title: '条目', examples: ['第三条', '议题二'] }),
        bodies: text(300).meta({ title: '责任单位' }),
      }),
    )
    .min(1, '请至少填写一项')
    .max(MOST_MATTERS),
})
export type TypeDecision = z.infer<typeof TypeDecision>

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
