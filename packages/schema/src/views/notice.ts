import { z } from 'zod'
import { Instant } from '../decimal'
import { NoticeKind } from '../notice'

export const NoticeView = z.strictObject({
  id: z.uuid(),
  kind: NoticeKind,
  bodyName: z.string().meta({ title: '单位' }),
  text: z.string().meta({ title: '内容' }),
  href: z.string(),
  at: Instant.meta({ title: '时间' }),
  read: z.boolean().meta({ title: '已读' }),
})
export type NoticeView = z.infer<typeof NoticeView>

export const NoticeList = z.strictObject({
  rows: z.array(NoticeView).meta({ description: 'latest first, of the last ninety days' }),
  unread: z.int().meta({ title: '未读' }),
})
export type NoticeList = z.infer<typeof NoticeList>

/** `ids` null: all of them. */
export const ReadNotices = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500).nullable() })
export const NoticesRead = z.strictObject({ unread: z.int() })
