import type { Moment } from '@lianxi/schema/moment'
import type { Changes } from '@lianxi/schema/views/changes'
import { minuteOf, momentOf } from '../ui/format'
import type { Time } from './links'

/** A moment as somebody asked for it: a minute, a day with all it holds, or an instant such as a stamp. */
export function askedMoment(moment: Moment): string {
  if (moment.endsWith('Z')) return momentOf(moment)
  return moment.includes('T') ? moment.replace('T', ' ') : `${moment} 当日末`
}

/** 口径时点 of a page or a file: the asked moment, and beside it the last commit until then; of the present that commit. */
export function pictureMoment(asked: Moment | undefined, stamp: string | null): string {
  const until = stamp === null ? null : momentOf(stamp)
  if (asked === undefined) return until ?? '尚无数据'
  const words = askedMoment(asked)
  return until === null || until === words ? words : `${words}（数据截至 ${until}）`
}

/** `2025年二季度填报截止（2025-07-15 18:00）`: with what is compared, in words. */
export function comparedWords(
  { comparedWith, comparedNote, comparedDueAt }: Pick<Changes, 'comparedWith' | 'comparedNote' | 'comparedDueAt'>,
  asked: Time['comparedWith'],
): string {
  if (comparedWith === null) return ''
  if (comparedNote !== null) return `${comparedNote}（${minuteOf(comparedDueAt ?? comparedWith)}）`
  return asked === undefined ? minuteOf(comparedWith) : askedMoment(asked)
}
