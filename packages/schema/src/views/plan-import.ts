import { DocumentKind } from '../document-kind'
import { z } from 'zod'
import { FactCode, ZoneCode } from '../codes'
import { PlanSheetKind, SheetMapping } from '../commands/plan-import'
import { Instant } from '../decimal'
import { RegionName, ZoneName } from './common'
import { PlanProposal, PlanVersion, RevisionLine } from './revision'

export const PlanImportInput = z.strictObject({
  zone: ZoneCode,
  id: z.uuid(),
  whole: z.boolean().default(false).meta({ description: 'true: lists are not cut, for a file' }),
})
export type PlanImportInput = z.infer<typeof PlanImportInput>

const FaultView = z.strictObject({
  level: z.enum(['error', 'warning']),
  sheet: z.string().meta({ title: '工作表' }),
  row: z.int().nullable().meta({ title: '行' }),
  column: z.string().nullable().meta({ title: '列' }),
  message: z.string(),
})

const ChangeView = z.strictObject({
  kind: PlanSheetKind,
  code: FactCode,
  name: z.string(),
  sheet: z.string(),
  row: z.int(),
  fields: z
    .array(z.strictObject({ title: z.string(), before: z.string(), after: z.string() }))
    .nullable()
    .meta({ description: 'null: new' }),
  gist: z.string().meta({ title: '内容', description: 'where and how much, in words' }),
})

/** An uploaded workbook as it would be applied now. Lists are cut; `counts` are whole. */
export const PlanImportView = z.strictObject({
  zone: ZoneName,
  id: z.uuid(),
  fileName: z.string(),
  owner: RegionName.nullable().meta({ title: '以谁的名义', description: 'null: the zone' }),
  version: z.int(),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  applied: z
    .strictObject({
      at: Instant,
      by: z.string(),
      total: z.int().meta({ title: '条数' }),
      done: z.int().meta({ title: '已入库' }),
      parked: z.int().meta({ title: '未能入库', description: 'parked by the worker; for the administrator' }),
    })
    .nullable(),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.int(),
      mapping: SheetMapping,
      heads: z.array(z.strictObject({ column: z.int(), letters: z.string(), text: z.string() })),
    }),
  ),
  counts: z.strictObject({
    rows: z.int().meta({ title: '读到的行' }),
    errors: z.int().meta({ title: '错误' }),
    warnings: z.int().meta({ title: '提示' }),
    added: z.int().meta({ title: '新增' }),
    changed: z.int().meta({ title: '变更' }),
    unchanged: z.int().meta({ title: '不变' }),
    absent: z.int().meta({ title: '文件中没有（保留）' }),
    skipped: z.int().meta({ title: '没有读的行' }),
  }),
  faults: z.array(FaultView),
  changes: z.array(ChangeView),
  skipped: z.array(z.strictObject({ sheet: z.string(), row: z.int(), why: z.string() })),
  absent: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  seen: z.string().meta({ description: 'fingerprint of what would change' }),
  running: z.boolean().meta({ description: 'an earlier import of the zone is not on the board yet' }),
})
export type PlanImportView = z.infer<typeof PlanImportView>
export const PlanImportFound = PlanImportView.nullable()

const PlanImportLine = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  appliedAt: Instant.nullable(),
  events: z.int().meta({ title: '导入条数' }),
})

export const PlansInput = z.strictObject({ zone: ZoneCode })
const PlanLine = z.strictObject({
  code: FactCode,
  name: z.string(),
  issuer: z.string().nullable(),
  documentNumber: z.string().nullable(),
  issuedOn: z.string().nullable(),
  period: z.string().meta({ title: '规划期' }),
  region: RegionName.nullable(),
  draft: z.boolean().meta({ title: '征求意见稿' }),
  kind: DocumentKind,
  targets: z.int(),
  reportable: z.int().meta({ title: '可填报' }),
  projects: z.int(),
  proposals: z.int().meta({ title: '待批准的修订建议', description: 'those the viewer may see' }),
})
export type PlanLine = z.infer<typeof PlanLine>

/** The zone's plans; who may bring plans sees for whom, and the files of lately. */
export const Plans = z.strictObject({
  zone: ZoneName,
  plans: z.array(PlanLine),
  mayImport: z.array(z.strictObject({ region: RegionName.nullable() })),
  regions: z.array(RegionName).meta({ description: 'that report; for matters of a decision typed in' }),
  imports: z.array(PlanImportLine),
})
export type Plans = z.infer<typeof Plans>

export const PlanInput = z.strictObject({ zone: ZoneCode, plan: FactCode })
export type PlanInput = z.infer<typeof PlanInput>

const PlanSubject = z.strictObject({
  code: z.string(),
  name: z.string(),
  domain: z.string(),
  places: z.array(z.string()).meta({ title: '行政区' }),
  promise: z.string().meta({ title: '目标或建设内容' }),
  baseline: z.string().meta({ title: '基期' }),
  where: z.string().meta({ title: '出处', description: 'chapter, section, box, line' }),
})

/** A plan with everything it promises and where it says so. */
export const PlanView = z.strictObject({
  zone: ZoneName,
  plan: PlanLine,
  versions: z.array(PlanVersion).meta({ title: '版本', description: 'first to last' }),
  proposals: z
    .array(PlanProposal)
    .meta({ title: '修订建议', description: 'open ones first; those the viewer may see' }),
  targets: z.array(PlanSubject),
  projects: z.array(PlanSubject),
})
export type PlanView = z.infer<typeof PlanView>
export const PlanFound = PlanView.nullable()

/** `plan` null: the empty template. */
export const PlanTablesInput = z.strictObject({ zone: ZoneCode, plan: FactCode.nullable() })
export const PlanTables = z.strictObject({
  tables: z.array(
    z.strictObject({
      kind: PlanSheetKind,
      fields: z.array(z.string()),
      rows: z.array(z.array(z.string().nullable())),
    }),
  ),
  regions: z.array(z.string()).meta({ title: '可选的行政区' }),
  revisions: z.array(RevisionLine).meta({ title: '修订', description: 'of the plan, those the viewer may see' }),
})
export type PlanTables = z.infer<typeof PlanTables>
