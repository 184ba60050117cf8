import { z } from 'zod'
import { RegionCode, SubjectCode, ZoneCode } from '../codes'
import { Instant } from '../decimal'
import { Period } from '../period'
import { BodyName, RegionName } from './common'

export const ReportSheetViewInput = z.strictObject({ zone: ZoneCode, region: RegionCode, id: z.uuid() })
export type ReportSheetViewInput = z.infer<typeof ReportSheetViewInput>

/** Where a row of an uploaded workbook stands against what the office has now. */
export const SHEET_ROW_LABELS = {
  faulty: '有错误',
  conflict: '与他人草稿冲突',
  locked: '不能填报',
  ready: '可存为草稿',
  same: '与系统一致',
  untouched: '未填',
} as const
export const SheetRowState = z.enum(['faulty', 'conflict', 'locked', 'ready', 'same', 'untouched'])
export type SheetRowState = z.infer<typeof SheetRowState>

/** `error` keeps a row back; `warning` asks for a reason before it is submitted; `notice` is only to be looked at. */
export const SheetFault = z.strictObject({
  level: z.enum(['error', 'warning', 'notice']),
  sheet: z.string().meta({ title: '工作表' }),
  row: z.int().meta({ title: '行' }),
  column: z.string().nullable().meta({ title: '列' }),
  head: z.string().nullable().meta({ title: '表头' }),
  cell: z.string().meta({ title: '单元格内容' }),
  message: z.string(),
})
export type SheetFault = z.infer<typeof SheetFault>

export const SheetLine = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  subject: SubjectCode,
  period: Period,
  name: z.string(),
  state: SheetRowState,
  /** Why it is locked or whose draft it conflicts with. */
  why: z.string().nullable(),
  version: z.int().meta({ description: 'of the report now; goes into expectedVersion' }),
  faults: z.array(SheetFault),
  fields: z.array(z.strictObject({ title: z.string(), before: z.string(), after: z.string() })),
})
export type SheetLine = z.infer<typeof SheetLine>

const Target = z.strictObject({ subject: SubjectCode, period: Period, expectedVersion: z.int() })

/** An uploaded workbook as it would be saved now. `lines` are cut; `ready`, `conflicts`, `drafts` and counts are whole. */
export const ReportSheetView = z.strictObject({
  zone: ZoneCode,
  region: RegionName,
  body: BodyName,
  period: Period,
  id: z.uuid(),
  fileName: z.string(),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  counts: z.strictObject({
    rows: z.int(),
    faulty: z.int(),
    conflict: z.int(),
    locked: z.int(),
    ready: z.int(),
    same: z.int(),
    untouched: z.int(),
    asking: z.int().meta({ title: '须说明原因', description: 'rows with warnings nobody gave a reason for' }),
  }),
  notices: z.array(z.string()).meta({ title: '没有读的内容' }),
  lines: z
    .array(SheetLine)
    .meta({ title: '各行情况', description: 'the first rows that say something new, the faulty first' }),
  unlisted: z.int().meta({ title: '未列出的行', description: 'rows that say something new beyond those' }),
  ready: z.array(Target).meta({ title: '可存为草稿' }),
  conflicts: z.array(Target),
  drafts: z.array(Target).meta({ title: '可提交', description: 'drafts that say what the file says, without faults' }),
})
export type ReportSheetView = z.infer<typeof ReportSheetView>
export const ReportSheetFound = ReportSheetView.nullable()

export const ReportSheetsInput = z.strictObject({ zone: ZoneCode, region: RegionCode, period: Period })
/** The office's uploads of a period, latest first: any of them can be opened again. */
export const ReportSheets = z.strictObject({
  bodies: z.array(BodyName).meta({ description: 'the viewer may report for these' }),
  uploads: z.array(
    z.strictObject({ id: z.uuid(), fileName: z.string(), body: BodyName, uploadedBy: z.string(), uploadedAt: Instant }),
  ),
})
export type ReportSheets = z.infer<typeof ReportSheets>

/** A workbook and the name to keep it under. */
export const ReportWorkbook = z.strictObject({ name: z.string(), file: z.instanceof(Uint8Array<ArrayBufferLike>) })
export const ReportWorkbookFound = ReportWorkbook.nullable()
