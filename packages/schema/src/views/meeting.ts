import { z } from 'zod'
import { EventId, FactCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Instant } from '../decimal'
import { Period } from '../period'
import { Attribute, FilingState, SubjectKind } from '../vocabulary'
import { BodyName, RegionName, ZoneName } from './common'
import { StatusMark } from './status'

export const MeetingsInput = z.strictObject({ zone: ZoneCode })
export const MeetingInput = z.strictObject({ zone: ZoneCode, code: FactCode })

/** Minutes or a decision, as it is listed among the plans. */
export const MeetingDocument = z.strictObject({
  code: FactCode,
  name: z.string(),
  documentNumber: z.string().nullable(),
  issuedOn: CalendarDate.nullable(),
})
export type MeetingDocument = z.infer<typeof MeetingDocument>

/** What a meeting decided, counted: how far it has come to be asked for and done. */
export const DecidedCounts = z.strictObject({
  matters: z.int().meta({ title: '议定事项' }),
  listed: z.int().meta({ title: '已列入清单', description: 'asked of somebody by an adopted list' }),
  done: z.int().meta({ title: '已完成', description: 'done or reached everywhere it is asked for' }),
  bad: z.int().meta({ title: '需关注', description: 'behind, overdue or not reported somewhere' }),
})
export type DecidedCounts = z.infer<typeof DecidedCounts>

/** One meeting of the register. */
export const MeetingLine = z.strictObject({
  code: FactCode,
  seen: EventId.meta({ description: 'what is sent back with a change' }),
  title: z.string().meta({ title: '会议名称' }),
  heldAt: Instant.meta({ title: '召开时间' }),
  place: z.string().meta({ title: '地点' }),
  minutes: MeetingDocument.nullable().meta({ title: '会议纪要' }),
  note: z.string().meta({ title: '说明' }),
  person: z.string().meta({ title: '登记人' }),
  on: CalendarDate.meta({ title: '登记日期' }),
  previous: Instant.nullable().meta({ title: '上次会议', description: 'when the meeting before it began' }),
  decided: DecidedCounts.nullable().meta({ description: 'null: no minutes yet' }),
})
export type MeetingLine = z.infer<typeof MeetingLine>

/** The zone's joint meetings, the latest first. */
export const Meetings = z.strictObject({
  zone: ZoneName,
  meetings: z.array(MeetingLine),
  documents: z.array(MeetingDocument).meta({ description: 'minutes and decisions of the zone, the latest first' }),
  now: Instant,
  mayRecord: z.boolean(),
})
export type Meetings = z.infer<typeof Meetings>

/** Who is asked for a matter by an adopted list, and how far it is. */
export const DecidedItem = z.strictObject({
  region: RegionName,
  list: z.strictObject({ code: FactCode, name: z.string() }),
  year: z.int(),
  body: BodyName.meta({ title: '牵头单位' }),
  deadline: CalendarDate.meta({ title: '完成时限' }),
  attribute: Attribute,
  period: Period.nullable().meta({ title: '报告期', description: 'the last that has opened; null: none yet' }),
  state: FilingState.nullable(),
  late: z.boolean(),
  mark: StatusMark.nullable(),
})
export type DecidedItem = z.infer<typeof DecidedItem>

/** A matter of the minutes, and what became of it. */
export const DecidedMatter = z.strictObject({
  subject: SubjectCode,
  kind: SubjectKind,
  name: z.string().meta({ title: '议定事项' }),
  where: z.string().meta({ title: '出处' }),
  stated: z.string().meta({ title: '纪要所列责任单位' }),
  items: z.array(DecidedItem),
  elsewhere: z.int().meta({ title: '其他地区', description: 'asked for in regions the viewer does not see' }),
})
export type DecidedMatter = z.infer<typeof DecidedMatter>

/** One meeting with what it decided; null: there is no such entry. */
export const MeetingFound = z
  .strictObject({
    zone: ZoneName,
    meeting: MeetingLine,
    matters: z.array(DecidedMatter),
    documents: z.array(MeetingDocument),
    now: Instant,
    mayRecord: z.boolean(),
  })
  .nullable()
export type MeetingView = NonNullable<z.infer<typeof MeetingFound>>
