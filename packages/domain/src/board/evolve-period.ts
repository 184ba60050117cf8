import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { PeriodState } from './sub-state'

export type PeriodSaid = Extract<
  LianxiEvent,
  { type: 'lianxi.period.opened.v1' | 'lianxi.period.fell-due.v1' | 'lianxi.period.closed.v1' }
>

const UNKNOWN: PeriodState = { opensAt: null, dueAt: null, closesAt: null, fellDue: false, closed: false }

/**
 * Joins a period's opened, fell-due and closed events; a first set of them gives the same in any order. Opening again
 * with later moments is an extension: what fell due or closed at an earlier moment than now valid has not yet.
 */
export function evolvePeriod(state: PeriodState | undefined, said: PeriodSaid): PeriodState {
  const { opensAt, dueAt, closesAt, fellDue, closed } = state ?? UNKNOWN
  switch (said.type) {
    case 'lianxi.period.opened.v1':
      return {
        opensAt: exact(said.data.opensAt),
        dueAt: exact(said.data.dueAt),
        closesAt: exact(said.data.closesAt),
        fellDue: fellDue && reached(dueAt, said.data.dueAt),
        closed: closed && reached(closesAt, said.data.closesAt),
      }
    case 'lianxi.period.fell-due.v1': {
      const due = dueAt ?? exact(said.data.dueAt)
      return { opensAt, dueAt: due, closesAt, fellDue: fellDue || reached(said.data.dueAt, due), closed }
    }
    case 'lianxi.period.closed.v1': {
      const closes = closesAt ?? exact(said.data.closedAt)
      return { opensAt, dueAt, closesAt: closes, fellDue, closed: closed || reached(said.data.closedAt, closes) }
    }
    default:
      return said satisfies never
  }
}

/** An instant's one spelling, as the database gives it back. */
const exact = (instant: string): string => new Date(instant).toISOString()

const reached = (at: string | null, moment: string): boolean => at !== null && Date.parse(at) >= Date.parse(moment)
