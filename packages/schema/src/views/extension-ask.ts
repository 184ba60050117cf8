import { z } from 'zod'
import { RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Instant } from '../decimal'
import { Period } from '../period'
import { vocabulary } from '../word-list'
import { BodyName, RegionName } from './common'

const settled = { open: '待办理', granted: '已同意', declined: '未同意', withdrawn: '已撤回', revoked: '同意后已收回' }
/** What somebody did of an ask. */
export const SettledAsk = vocabulary('延期申请的办理', settled).schema
export type SettledAsk = z.infer<typeof SettledAsk>

/** Where an ask stands: an open one ends by itself too. */
export const askState = vocabulary('延期申请', {
  ...settled,
  reported: '已没有尚未报送的事项，无需办理',
  closed: '报告期已关闭，不再办理',
})
export type AskState = z.infer<typeof askState.schema>

const scope = {
  body: BodyName,
  subject: z.strictObject({ code: SubjectCode, name: z.string() }).nullable().meta({ description: 'null: everything' }),
  period: Period,
  closesAt: Instant.nullable().meta({ title: '报告期关闭' }),
}

/** An office's ask for more time (延期申请) and what became of it. */
export const AskView = z.strictObject({
  id: z.uuid(),
  region: RegionName,
  ...scope,
  until: CalendarDate.meta({ title: '申请延至' }),
  reason: z.string().meta({ title: '申请原因' }),
  state: askState.schema,
  askedBy: z.string().meta({ title: '申请人' }),
  askedAt: Instant.meta({ title: '申请时间' }),
  given: CalendarDate.nullable().meta({ title: '同意延至' }),
  settledBy: z.string().nullable().meta({ title: '办理人' }),
  settledAt: Instant.nullable().meta({ title: '办理时间' }),
  reply: z.string().nullable().meta({ title: '不同意的原因' }),
})
export type AskView = z.infer<typeof AskView>

export const OfficeAsksInput = z.strictObject({ zone: ZoneCode, region: RegionCode, period: Period })

/** What an office asked for in a period and those that end with it, and for what it may ask. */
export const OfficeAsks = z.strictObject({
  asks: z.array(AskView).meta({ description: 'latest first' }),
  choices: z.array(z.strictObject(scope)).meta({ description: 'everything of a body and period first' }),
})
export type OfficeAsks = z.infer<typeof OfficeAsks>
