import type { HandoverState } from '@lianxi/schema/vocabulary'

type Handover = { dueOn: string; reachedOn: string | null; dropped: boolean }

/** How a handover stands on a day in China; its last day is still in time. */
export function handoverState({ dueOn, reachedOn, dropped }: Handover, today: string): HandoverState {
  if (reachedOn !== null) return reachedOn <= dueOn ? 'reached' : 'reached-late'
  if (dropped) return 'dropped'
  return today > dueOn ? 'late' : 'open'
}
