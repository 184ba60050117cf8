import { FREQUENCY_LABELS, periodLabel } from '@lianxi/schema/period'
import { status as statuses } from '@lianxi/schema/status-vocabulary'
import type { NotAsked, NotAskedCount } from '@lianxi/schema/views/not-asked'
import { minuteOf } from '../ui/format'

const rhythm = ({ frequency }: Pick<NotAsked, 'frequency'>): string => `按${FREQUENCY_LABELS[frequency]}`

/** `2025年下半年，2026-01-15 18:00 截止`: when an item is asked for next. */
export const nextWords = ({ period, dueAt }: NotAsked['next']): string =>
  dueAt === null ? periodLabel(period) : `${periodLabel(period)}，${minuteOf(dueAt)} 截止`

/** Of one item: in which rhythm it is reported, and when next. */
export const notAskedWords = (one: NotAsked): string => `${rhythm(one)}报送，下期 ${nextWords(one.next)}`

/** The last status there was, with what the rules said where an override stood. */
export function judgedWords({ period, mark: { status, computed, override } }: NonNullable<NotAsked['judged']>): string {
  const rules = override === null ? '' : `（人工认定；按规则：${statuses.labels[computed]}）`
  return `${periodLabel(period)}：${statuses.labels[status]}${rules}`
}

const sumOf = (counts: readonly NotAskedCount[]): number =>
  counts.reduce((sum, { targets, projects }) => sum + targets + projects, 0)

/** Of a whole board: how many, in which rhythms, and of each how many and when next. Null: everything is asked for. */
export function notAskedSaid(
  counts: readonly NotAskedCount[],
): { count: number; rhythms: string; each: string } | null {
  if (counts.length === 0) return null
  const each = counts.map((one) => `${rhythm(one)} ${sumOf([one])} 项，下期 ${nextWords(one.next)}`)
  return { count: sumOf(counts), rhythms: counts.map(rhythm).join('、'), each: each.join('；') }
}
