import { Instant } from '@lianxi/schema/decimal'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { z } from 'zod'
import type { PeriodState } from './sub-state'

export type ExtensionSaid = Extract<
  LianxiEvent,
  { type: `lianxi.duty.${'extended' | 'extension-withdrawn' | 'extension-ended'}.v1` }
> & { source: string; occurredAt: string }

/** A moment as it was given: by which body and person, when and why. */
export const GivenTime = z.strictObject({
  dueAt: Instant,
  reason: z.string(),
  by: z.string(),
  person: z.string(),
  at: Instant,
})
export type GivenTime = z.infer<typeof GivenTime>

/**
 * What was said of one extension: every moment that was given and not taken back, in their order, and the latest end;
 * nothing is given where only its end is known so far. Instants are ISO 8601 in UTC.
 */
export type ExtensionState = { given: readonly GivenTime[]; endedAt: string | null }

/** An extension of a period as cells read it; `subject` null: of everything its body owes. */
export type Extension = { body: string; subject: string | null; region: string; dueAt: string; ended: boolean }

const UNKNOWN: ExtensionState = { given: [], endedAt: null }
const exact = (instant: string): string => new Date(instant).toISOString()

/** What was given counts whatever the order; what is taken back leaves what was given beside it. */
export function evolveExtension(state: ExtensionState | undefined, said: ExtensionSaid): ExtensionState {
  const before = state ?? UNKNOWN
  const dueAt = exact(said.data.dueAt)
  const others = before.given.filter((one) => one.dueAt !== dueAt)
  switch (said.type) {
    case 'lianxi.duty.extended.v1': {
      if (others.length < before.given.length) return before
      const { reason, grantedBy: person } = said.data
      const given = [...others, { dueAt, reason, by: said.source, person, at: exact(said.occurredAt) }]
      return { ...before, given: given.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt)) }
    }
    case 'lianxi.duty.extension-withdrawn.v1':
      return { ...before, given: others }
    case 'lianxi.duty.extension-ended.v1':
      return { ...before, endedAt: isLater(dueAt, before.endedAt) ? dueAt : before.endedAt }
    default:
      return said satisfies never
  }
}

/** The latest moment stands: an extension shortens nothing. */
export const standingOf = ({ given }: ExtensionState): GivenTime | null => given.at(-1) ?? null

/** An extension is over when the end of its own moment was said, not that of an earlier one. */
export const hasEnded = (state: ExtensionState): boolean => {
  const standing = standingOf(state)
  return standing !== null && state.endedAt !== null && !isLater(standing.dueAt, state.endedAt)
}

export type Due = { dueAt: string | null; fellDue: boolean }

/**
 * When a cell is due and whether that moment has passed: the period's moment, or the latest of the extensions that
 * apply to its body or to exactly its duty.
 */
export function dueOf(
  { subject, region }: { subject: string; region: string },
  body: string | null,
  period: PeriodState | undefined,
  extensions: readonly Extension[],
): Due {
  let due: Due = { dueAt: period?.dueAt ?? null, fellDue: period?.fellDue === true }
  if (due.dueAt === null) return due
  for (const extension of extensions) {
    const applies = extension.subject === null ? extension.body === body : extension.subject === subject
    if (applies && extension.region === region && isLater(extension.dueAt, due.dueAt))
      due = { dueAt: extension.dueAt, fellDue: extension.ended }
  }
  return due
}

const isLater = (at: string, than: string | null): boolean => than === null || Date.parse(at) > Date.parse(than)
