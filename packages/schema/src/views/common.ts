import { z } from 'zod'
import { BodyCode, FactCode, RegionCode, ZoneCode } from '../codes'
import { Decimal, Instant, Wan } from '../decimal'
import { Frequency, Period } from '../period'
import { ValueOrigin } from '../vocabulary'

/** The board's clock at one commit of the worker: ISO 8601 with microseconds; strictly increasing. */
export const Stamp = z.string().meta({ title: '数据截至', examples: ['2025-10-12T10:00:00.000123Z'] })
export type Stamp = z.infer<typeof Stamp>

/** What the workers tell of the stream's other end; ages in seconds of real time. */
const StreamWorker = z.strictObject({
  silentSeconds: z.number().nullable().meta({ title: '最近报告（秒前）', description: 'null: none within a day' }),
  fetchSeconds: z
    .number()
    .nullable()
    .meta({ title: '最近读取（秒前）', description: 'null: there is nothing to read' }),
  lag: z.int().meta({ title: '落后条数', description: 'messages on topics that are not applied yet, as far as known' }),
  behindSeconds: z.number().nullable().meta({ title: '已落后（秒）' }),
  halted: z
    .array(z.strictObject({ topic: z.string(), label: z.string(), sinceSeconds: z.number() }))
    .meta({ title: '已停止的主题', description: 'of this zone and its regions' }),
})
export type StreamWorker = z.infer<typeof StreamWorker>

/** How fresh the board is: said on every page, and loud when the stream stands still. */
export const StreamState = z.strictObject({
  now: Instant.meta({ title: '当前时刻', description: 'domain time; in a demo the demo clock' }),
  demo: z.boolean().meta({ title: '演示数据' }),
  stamp: Stamp.nullable().meta({ title: '数据截至', description: 'null: nothing has been applied yet' }),
  committedAt: Instant.nullable().meta({ title: '最近入库时刻', description: 'real time of the last commit' }),
  events: z.int().meta({ title: '全系统已入库', description: 'of all zones: events are not kept by zone' }),
  waiting: z.int().meta({ title: '待归位', description: 'reports of the zone whose duty or period is not known yet' }),
  parked: z.int().meta({ title: '待处理消息', description: 'of the zone’s regions and its own topics' }),
  unpublished: z.int().meta({ title: '待发送', description: 'outbox rows not yet on their topic' }),
  oldestUnpublishedSeconds: z.int().nullable().meta({ title: '最早待发送已等（秒）', description: 'real time' }),
  worker: StreamWorker,
})
export type StreamState = z.infer<typeof StreamState>

/** Which board a page shows: as it stands, with its stream, or as it stood at a stamp; what stood then never changes. */
export const picture = {
  asOf: Stamp.nullable().meta({ title: '口径时点', description: 'null: as it stands' }),
  stream: StreamState.nullable().meta({ description: 'null: a past board has none' }),
}

export const RegionName = z.strictObject({ code: RegionCode, name: z.string(), shortName: z.string() })
export type RegionName = z.infer<typeof RegionName>

export const BodyName = z.strictObject({ code: BodyCode, name: z.string() })
export type BodyName = z.infer<typeof BodyName>

export const ZoneName = z.strictObject({
  code: ZoneCode,
  name: z.string(),
  reviewBody: z.string().meta({ title: '联席会议' }),
})
export type ZoneName = z.infer<typeof ZoneName>

export const PeriodView = z.strictObject({
  period: Period,
  label: z.string().meta({ title: '报告期', examples: ['2025年三季度'] }),
  frequency: Frequency,
  opensAt: Instant.nullable().meta({ title: '开放' }),
  dueAt: Instant.nullable().meta({ title: '截止' }),
  closesAt: Instant.nullable().meta({ title: '关闭' }),
  fellDue: z.boolean().meta({ title: '已到期' }),
  closed: z.boolean().meta({ title: '已关闭' }),
})
export type PeriodView = z.infer<typeof PeriodView>

/** 出处: where the plan says it. */
export const Provenance = z.strictObject({
  plan: FactCode,
  planName: z.string().meta({ title: '规划' }),
  documentNumber: z.string().nullable().meta({ title: '文号' }),
  draft: z.boolean().meta({ title: '征求意见稿', description: 'not in force, never public' }),
  chapter: z.string().nullable().meta({ title: '章' }),
  section: z.string().nullable().meta({ title: '节' }),
  box: z.string().nullable().meta({ title: '专栏' }),
  line: z.int().nullable().meta({ title: '行' }),
})
export type Provenance = z.infer<typeof Provenance>

/** A value of a year, with where it comes from: 规划, 清单, 推算 or 演示. */
export const YearValueView = z.strictObject({ year: z.int(), value: Decimal, origin: ValueOrigin })
export type YearValueView = z.infer<typeof YearValueView>

/** 总投资: the list's where it says one, else the plan's; with which of them says it. */
export const TotalView = z.strictObject({
  totalWan: Wan.nullable().meta({ title: '总投资（万元）' }),
  totalOrigin: ValueOrigin.nullable(),
})
export type TotalView = z.infer<typeof TotalView>

export const SortDirection = z.enum(['asc', 'desc'])
export type SortDirection = z.infer<typeof SortDirection>

/** Paging of every list. The address keeps it, so the numbers come in as text too. */
const pagingUpTo = (most: number) => ({
  page: z.coerce.number().int().min(1).max(10_000).default(1).meta({ title: '页' }),
  pageSize: z.coerce.number().int().min(10).max(most).default(50).meta({ title: '每页条数' }),
})
export const paging = pagingUpTo(500)

/** Rows an export reads at once of what it gives out whole. */
export const EXPORT_PAGE = 1_000
export const exportPaging = pagingUpTo(EXPORT_PAGE)

export const paged = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row), total: z.int().meta({ title: '条数' }), page: z.int(), pageSize: z.int() })
