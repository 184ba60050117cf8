import { z } from 'zod'
import { BodyCode, ZoneCode } from './codes'
import { Instant, text } from './decimal'
import { Period } from './period'
import { Role } from './vocabulary'
import { vocabulary } from './word-list'

export const noticeKind = vocabulary('通知类别', {
  'due-soon': '即将截止',
  overdue: '逾期未报',
  chased: '催报',
  returned: '填报退回',
  extended: '延期',
  'to-approve': '待审核',
  status: '状态认定与异议',
  handover: '衔接节点',
  partner: '外区合作',
  revision: '规划修订',
  list: '年度清单',
  parked: '直报未入库',
})
export const NoticeKind = noticeKind.schema
export type NoticeKind = z.infer<typeof NoticeKind>

/**
 * A notice (通知) to the people of a body with one of these roles. It says what happened and leads
 * to where it is dealt with; it is not a fact, nothing is derived from it. `dedupeKey`: written once, whoever tries.
 */
export const Notice = z.strictObject({
  dedupeKey: z.string().max(300),
  zone: ZoneCode,
  body: BodyCode,
  kind: NoticeKind,
  roles: z.array(Role).min(1),
  period: Period.nullable(),
  text: text(600),
  href: z.string().startsWith('/').max(300),
  at: Instant,
})
export type Notice = z.infer<typeof Notice>
