import { chasedLately, daysLate } from '@lianxi/domain/duty/chasing'
import type { ChasedItem, OwingBody } from '@lianxi/schema/views/chasing'
import { minuteOf, remaining } from '@/features/ui/format'

export const CHASING = '/review/chasing'

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

/** What to say before the same body is reminded once more by hand; null: nothing. */
export function latelyWords(at: string | null, now: string): string | null {
  const lately = chasedLately(at, now)
  if (at === null || lately === null) return null
  return `${lately === 'just-now' ? '刚刚已催报' : '一天之内已催报'}（${minuteOf(at)}）。`
}

/** Whom to call, in words. */
export const contactsOf = ({ contacts }: Pick<OwingBody, 'contacts'>): string =>
  contacts.length === 0
    ? '系统中没有登记填报人'
    : contacts.map(({ name, role, phone }) => `${name}（${role}${phone === null ? '' : `，${phone}`}）`).join('、')
