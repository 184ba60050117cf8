import { daysLate } from '@lianxi/domain/duty/chasing'
import type { ChasedItem } from '@lianxi/schema/views/chasing'
import { minuteOf, remaining } from '@/features/ui/format'

/** Where a missing item stands in time. */
export function standing({ dueAt, daysLate: late, state }: ChasedItem, now: string): string {
  const returned = state === 'returned' ? '退回待重报' : ''
  if (dueAt === null) return returned
  const time = late === null ? remaining(dueAt, now) : `逾期 ${late} 天`
  return returned === '' ? time : `${returned} · ${time}`
}

/** When a body was last reminded, in words. */
export const reminded = (at: string | null, now: string): string => {
  if (at === null) return '尚未提醒'
  const days = daysLate(at, now)
  return `${minuteOf(at)}${days === null ? '' : `（${days} 天前）`}`
}
