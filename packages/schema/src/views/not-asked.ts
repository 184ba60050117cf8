import { z } from 'zod'
import { Instant } from '../decimal'
import { Frequency, Period } from '../period'
import { StatusMark } from './status'

/** When an item is asked for next. */
const Next = z.strictObject({
  period: Period,
  dueAt: Instant.nullable().meta({ title: '截止', description: 'null: no list says when' }),
})

/** 本期不报: an item of the year's lists that is reported in another rhythm, so that the shown period asks nothing of it. */
export const NotAsked = z.strictObject({
  frequency: Frequency,
  next: Next.meta({ title: '下次报送' }),
  judged: z
    .strictObject({ period: Period, mark: StatusMark })
    .nullable()
    .meta({ title: '上次判定', description: 'of the latest period before the shown one' }),
})
export type NotAsked = z.infer<typeof NotAsked>

/** How many of them there are, by rhythm. */
export const NotAskedCount = z.strictObject({ frequency: Frequency, next: Next, targets: z.int(), projects: z.int() })
export type NotAskedCount = z.infer<typeof NotAskedCount>
