import { z } from 'zod'
import { RegionCode, ZoneCode } from '../codes'
import { ParkedCommandKind, ParkedFilter, ParkedState, RowId } from '../commands/parked'
import { Instant } from '../decimal'
import { paged, paging, SortDirection, StreamState } from './common'

export const ParkedSort = z.enum(['arrived', 'region', 'reason', 'tries'])
export const ParkedInput = ParkedFilter.extend({
  sort: ParkedSort.default('arrived'),
  direction: SortDirection.default('desc'),
  ...paging,
})
export type ParkedInput = z.infer<typeof ParkedInput>

/** 待处理消息: what the worker could not apply, with the reason. */
export const ParkedRow = z.strictObject({
  id: z.string(),
  topic: z.string().meta({ title: '主题' }),
  offset: z.string().meta({ title: '位置' }),
  region: z.string().nullable().meta({ title: '行政区' }),
  regionName: z.string().nullable(),
  reason: z.string().meta({ title: '原因' }),
  detail: z.string().meta({ title: '说明' }),
  key: z.string().nullable().meta({ title: '键', description: 'bytes that are no text are escaped' }),
  state: ParkedState.meta({ title: '状态' }),
  tries: z.int().meta({ title: '重试次数' }),
  appendedAt: Instant.meta({ title: '到达时刻' }),
  settledAt: Instant.nullable().meta({ title: '办结时刻' }),
  settledBy: z.string().nullable().meta({ title: '办理人' }),
  note: z.string().nullable().meta({ title: '舍弃原因' }),
})
export type ParkedRow = z.infer<typeof ParkedRow>

/** A command under way or done; `outcomes` counts what became of its objects. */
export const ParkedCommandView = z.strictObject({
  id: z.string(),
  kind: ParkedCommandKind,
  reason: z.string().nullable(),
  by: z.string().meta({ title: '提出人' }),
  askedAt: Instant,
  finishedAt: Instant.nullable(),
  total: z.int(),
  done: z.int(),
  outcomes: z.record(z.string(), z.int()),
})
export type ParkedCommandView = z.infer<typeof ParkedCommandView>

/** An event of our own that the broker will not take; those behind it on its subject wait. */
export const RefusedRow = z.strictObject({
  id: z.string(),
  topic: z.string(),
  key: z.string(),
  reason: z.string(),
  createdAt: Instant,
  waiting: z.int().meta({ title: '其后等待', description: 'later events of the same subject' }),
})
export type RefusedRow = z.infer<typeof RefusedRow>

const Count = z.strictObject({
  region: z.string().nullable(),
  regionName: z.string().nullable(),
  reason: z.string(),
  count: z.int(),
})

export const ParkedList = paged(ParkedRow).extend({
  upTo: z.string().nullable().meta({ description: 'newest message of the list, over all pages' }),
  /** Open messages by region and reason, whatever the filters. */
  summary: z.array(Count),
  states: z.strictObject({ open: z.int(), applied: z.int(), duplicate: z.int(), discarded: z.int() }),
  commands: z.array(ParkedCommandView).meta({ description: 'unfinished ones, else the last one' }),
  refused: z.array(RefusedRow),
  stream: StreamState,
})
export type ParkedList = z.infer<typeof ParkedList>

/** How far commands are, and how many messages are still open: when either changes, the page is drawn anew. */
export const ParkedProgress = z.strictObject({ commands: z.array(ParkedCommandView), open: z.int() })
export type ParkedProgress = z.infer<typeof ParkedProgress>

/** Bytes as a person may look at them: nothing in them is executed, and no control character is swallowed. */
export const ShownBytes = z.strictObject({
  kind: z.enum(['json', 'text', 'hex', 'none']),
  text: z.string(),
  bytes: z.int().meta({ title: '字节数' }),
  cut: z.boolean().meta({ description: 'only the beginning is shown' }),
})
export type ShownBytes = z.infer<typeof ShownBytes>

export const ParkedMessageView = z.strictObject({
  row: ParkedRow,
  partition: z.int(),
  parkedAt: Instant.meta({ title: '停放时刻' }),
  lastTriedAt: Instant.nullable().meta({ title: '最近重试' }),
  headers: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
  payload: ShownBytes,
  history: z.array(
    z.strictObject({
      command: z.string(),
      kind: ParkedCommandKind,
      reason: z.string().nullable(),
      by: z.string(),
      askedAt: Instant,
      doneAt: Instant.nullable(),
      outcome: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
})
export type ParkedMessageView = z.infer<typeof ParkedMessageView>

export const ParkedId = z.strictObject({ id: RowId })
export const ParkedFound = z.strictObject({ message: ParkedMessageView.nullable() })
export const ParkedPayload = z.strictObject({ base64: z.string().nullable() })

/** A region's own messages: what lies on the topics it writes. */
const place = { zone: ZoneCode, region: RegionCode }
export const OwnParkedInput = z.strictObject({ ...place, state: ParkedState.default('open'), ...paging })
export type OwnParkedInput = z.infer<typeof OwnParkedInput>
export const OwnParkedList = paged(ParkedRow).extend({ region: z.strictObject({ code: RegionCode, name: z.string() }) })
export type OwnParkedList = z.infer<typeof OwnParkedList>
export const OwnParkedId = z.strictObject({ ...place, id: RowId })
export const OwnPlace = z.strictObject(place)
export const OwnParkedCount = z.strictObject({ open: z.int() })

/** For a region's engineers: messages in the order they were parked, with every byte; `after` is the last id seen. */
export const OwnParkedFetch = z.strictObject({
  ...place,
  state: ParkedState.default('open'),
  after: z.union([RowId, z.literal('0')]).default('0'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type OwnParkedFetch = z.infer<typeof OwnParkedFetch>
const Bytes = z.union([z.strictObject({ text: z.string() }), z.strictObject({ base64: z.string() })]).nullable()
export const ParkedRecord = z.strictObject({
  id: z.string(),
  topic: z.string(),
  partition: z.int(),
  offset: z.string(),
  appendedAt: Instant,
  state: ParkedState,
  reason: z.string(),
  reasonLabel: z.string(),
  detail: z.string(),
  advice: z.string(),
  tries: z.int(),
  note: z.string().nullable(),
  key: Bytes,
  headers: z.array(z.tuple([z.string(), Bytes])),
  value: Bytes,
})
export type ParkedRecord = z.infer<typeof ParkedRecord>
export const OwnParkedRecords = z.strictObject({
  messages: z.array(ParkedRecord),
  next: z.string().nullable().meta({ description: 'give it as `after` to go on; null: this was all' }),
})
export type OwnParkedRecords = z.infer<typeof OwnParkedRecords>
