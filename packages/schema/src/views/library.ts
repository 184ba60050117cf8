import { z } from 'zod'
import { EventId, FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Instant, text, Wan } from '../decimal'
import { Period } from '../period'
import {
  Gate,
  GateOutcome,
  PreliminaryStep,
  RollingView,
  Rung,
  SamenessFinding,
  SamenessStanding,
  StepState,
} from '../library-vocabulary'
import { Stage, Visibility, WorkField } from '../vocabulary'
import { paged, paging, Provenance, RegionName, SortDirection, StreamState } from './common'

const Year = z.coerce.number().int().min(2000).max(2060)

export const LIBRARY_SORTS = ['name', 'region', 'field', 'rung', 'investment', 'start', 'complete'] as const
/** What the library's list is narrowed to; the address keeps it. */
export const LibraryInput = z.strictObject({
  zone: ZoneCode,
  year: Year.optional().meta({ title: '年度', description: 'of the four rolling views; without: this year' }),
  view: RollingView.optional(),
  region: RegionCode.optional().meta({ title: '地区', description: 'with the regions inside it' }),
  field: WorkField.optional(),
  rung: z
    .union([Rung, z.literal('none')])
    .optional()
    .meta({ title: '阶段', description: '`none`: neither the library nor the plan says' }),
  plan: FactCode.optional().meta({ title: '出自规划' }),
  show: z
    .enum(['suspected', 'merged', 'contradicting'])
    .optional()
    .meta({ title: '只看', description: 'suspected 疑似同一, merged 已合并, contradicting 与填报不一致' }),
  q: text(60).optional().meta({ title: '查找', description: 'part of a listing’s name or code' }),
  sort: z.enum(LIBRARY_SORTS).default('name'),
  direction: SortDirection.default('asc'),
  ...paging,
})
export type LibraryInput = z.infer<typeof LibraryInput>

/** Where a project stands: recorded in the library, or only said by its plan then. */
const Standing = z.strictObject({ rung: Rung, recorded: z.boolean(), on: CalendarDate.nullable() })
const Placed = z.strictObject({ view: RollingView, basis: z.enum(['recorded', 'planned', 'rung']) })

/** One real project: its own listing and those merged into it. Sums are the leading listing's, never added up. */
export const LibraryRow = z.strictObject({
  code: SubjectCode,
  name: z.string().meta({ title: '项目' }),
  field: WorkField,
  visibility: Visibility,
  regions: z.array(z.string()).meta({ title: '地区' }),
  plans: z.array(z.string()).meta({ title: '出自规划' }),
  listings: z.int().meta({ title: '登记数' }),
  standing: Standing.nullable(),
  contradiction: z.string().nullable().meta({ title: '与填报不一致' }),
  investmentWan: Wan.nullable().meta({ title: '总投资（万元）' }),
  startIn: z.string().nullable().meta({ title: '开工' }),
  completeIn: z.string().nullable().meta({ title: '投产' }),
  place: Placed.nullable(),
  suspicions: z.int().meta({ title: '疑似同一项目' }),
})
export type LibraryRow = z.infer<typeof LibraryRow>

export const LibraryList = paged(LibraryRow).extend({
  year: z.int(),
  years: z.array(z.int()),
  views: z
    .strictObject({ completing: z.int(), continuing: z.int(), starting: z.int(), reserve: z.int(), open: z.int() })
    .meta({ description: 'of what the other filters leave; `open`: nothing places it in the year' }),
  regions: z.array(RegionName),
  plans: z.array(z.strictObject({ code: FactCode, name: z.string() })),
  stream: StreamState,
})
export type LibraryList = z.infer<typeof LibraryList>

export const LibraryProjectInput = z.strictObject({ zone: ZoneCode, code: SubjectCode })

const said = {
  by: z.string().meta({ title: '办理人' }),
  body: z.string().meta({ title: '办理单位' }),
  on: CalendarDate,
}
const papers = { document: z.string().nullable(), note: z.string().nullable() }
const ref = { code: SubjectCode, name: z.string() }

/** What a region last reported under one listing's code; each code keeps its own history. */
export const ListingReport = z.strictObject({
  region: RegionName,
  period: Period,
  stage: Stage.nullable(),
  investedTotalWan: Wan.nullable(),
  progressPercent: z.string().nullable(),
})
export const LibraryListing = z.strictObject({
  ...ref,
  source: Provenance,
  regions: z.array(z.string()),
  field: WorkField,
  stage: Stage.nullable().meta({ title: '规划所述阶段' }),
  investmentWan: Wan.nullable(),
  merged: z.strictObject({ into: SubjectCode, reason: z.string(), basis: z.string().nullable(), ...said }).nullable(),
  seen: EventId.nullable(),
  reports: z.array(ListingReport),
})
export type LibraryListing = z.infer<typeof LibraryListing>

export const LibrarySuspicion = z.strictObject({
  ...ref,
  of: SubjectCode.meta({ description: 'the listing of this project it is like' }),
  seen: EventId.nullable(),
  planName: z.string(),
  regions: z.array(z.string()),
  score: z.int().nullable().meta({ title: '相似度', description: 'null: only the plans’ data say so' }),
  reasons: z.array(z.string()),
  mayDecide: z.boolean(),
})
export type LibrarySuspicion = z.infer<typeof LibrarySuspicion>

const Found = z.strictObject({ finding: SamenessFinding, reason: z.string(), body: z.string(), on: CalendarDate })

/** A listing of another zone that is this project, or may be; both listings stay, each zone counts its own. */
export const ElsewhereListing = z.strictObject({
  zone: z.strictObject({ code: ZoneCode, name: z.string() }),
  code: SubjectCode,
  name: z.string().nullable().meta({ title: '项目', description: 'null: that zone does not show it' }),
  planName: z.string().nullable(),
  regions: z.array(z.string()),
  of: SubjectCode.meta({ description: 'the listing of this project it is like' }),
  seen: EventId.nullable().meta({ description: 'last event about `of`' }),
  score: z.int().nullable().meta({ title: '相似度', description: 'null: nothing but what people said' }),
  reasons: z.array(z.string()),
  ours: Found.nullable().meta({ title: '本区认定' }),
  theirs: Found.nullable().meta({ title: '对方认定' }),
  standing: SamenessStanding.nullable(),
})
export type ElsewhereListing = z.infer<typeof ElsewhereListing>

/** The library's part of one project's page. */
export const LibraryProject = z.strictObject({
  zone: ZoneCode,
  code: SubjectCode,
  seen: EventId.nullable().meta({ description: 'last event about this code' }),
  today: CalendarDate,
  mayRecord: z.boolean(),
  leader: z.strictObject(ref).nullable().meta({ description: 'the project this listing was merged into' }),
  listings: z.array(LibraryListing).meta({ title: '登记', description: 'the leading one first' }),
  standing: Standing.nullable(),
  rung: z.strictObject({ rung: Rung, reason: z.string().nullable(), ...papers, ...said }).nullable(),
  reached: z.array(z.strictObject({ rung: Rung, on: CalendarDate })),
  contradiction: z.string().nullable(),
  steps: z.array(
    z.strictObject({
      step: PreliminaryStep,
      last: z.strictObject({ state: StepState, ...papers, ...said }).nullable(),
    }),
  ),
  gates: z.array(
    z.strictObject({ gate: Gate, last: z.strictObject({ outcome: GateOutcome, ...papers, ...said }).nullable() }),
  ),
  schedule: z.strictObject({
    startIn: z.string().nullable(),
    completeIn: z.string().nullable(),
    recorded: z.boolean(),
  }),
  place: Placed.nullable().meta({ description: 'in the rolling views of this year' }),
  suspicions: z.array(LibrarySuspicion),
  apart: z.array(z.strictObject({ ...ref, reason: z.string(), ...said })),
  elsewhere: z.array(ElsewhereListing).meta({ title: '外区同一项目' }),
  otherZones: z
    .array(z.strictObject({ code: ZoneCode, name: z.string() }))
    .meta({ description: 'zones whose listings can be named; for who may record' }),
  log: z.array(z.strictObject({ eventId: EventId, at: Instant, by: z.string(), body: z.string(), text: z.string() })),
})
export type LibraryProject = z.infer<typeof LibraryProject>
export const LibraryProjectFound = LibraryProject.nullable()
