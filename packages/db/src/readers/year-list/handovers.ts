import type { YearList } from '@lianxi/domain/year-list/state'
import type { YearListView } from '@lianxi/schema/views/year-list'
import type { Reading } from '../../client'
import { boardAt, CURRENT } from '../base/board'
import { type Sight, visibleRegions } from '../moment/frame'
import { readHandovers } from '../cross-region/handovers'
import type { Reference } from '../base/reference'
import { readNow } from '../moment/stream-state'

type Asked = { db: Reading; reference: Reference; asOf: string | null; sight: Sight }

/**
 * 衔接节点 of a list's projects: those whose agreed day lies in its year, and earlier ones that are still open. Partners
 * of a project see all of its; others what they give or receive (ADR 43).
 */
export async function readListHandovers(
  { db, reference, asOf, sight }: Asked,
  { year, items }: YearList,
): Promise<YearListView['handovers']> {
  const projects = new Set(items.flatMap(({ content }) => (content.kind === 'project' ? [content.subject] : [])))
  if (projects.size === 0) return []
  const [board, now] = asOf === null ? [CURRENT, await readNow(db)] : [boardAt(asOf), new Date(asOf)]
  const own = new Set(visibleRegions(reference, sight))
  const partner = new Set(items.flatMap(({ content }) => (own.has(content.region) ? [content.subject] : [])))
  const concerns = (subject: string, giver: string, receiver: string) =>
    sight === null || partner.has(subject) || own.has(giver) || own.has(receiver)
  return (await readHandovers({ db, reference, board, now })).filter(
    ({ subject, dueOn, state, giver, receiver }) =>
      projects.has(subject) &&
      state !== 'dropped' &&
      (dueOn.startsWith(`${year}-`) || (dueOn < `${year}` && (state === 'late' || state === 'open'))) &&
      concerns(subject, giver.code, receiver.code),
  )
}
