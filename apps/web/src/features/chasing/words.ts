import { AWAITING_WORDS, chasedLately, daysLate } from '@lianxi/domain/duty/chasing'
import type { ChasedItem, OwingBody } from '@lianxi/schema/views/chasing'
import { minuteOf, remaining } from '@/features/ui/format'

export const CHASING = '/review/chasing'
export { AWAITING_WORDS }

/** How much is missing, and how much of it only waits for the office's own approver. */
export const owedWords = (missing: number, awaiting: number): string =>
  `${missing} 项尚未报送${awaiting === 0 ? '' : `，其中 ${awaiting} 项${AWAITING_WORDS}`}`

/** Where a missing item stands in time. */
export function standing({ dueAt, daysLate: late, state, awaiting }: ChasedItem, now: string): string {
  const returned = state === 'returned' && !awaiting ? '退回待重报' : ''
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
