import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { PeriodState } from './sub-state'

export type ExtensionSaid = Extract<
  LianxiEvent,
  { type: 'lianxi.duty.extended.v1' | 'lianxi.duty.extension-ended.v1' }
> & { source: string; occurredAt: string }

/** What was said of one extension; `dueAt` null: only its end is known so far. Instants are ISO 8601 in UTC. */
export type ExtensionState = {
  dueAt: string | null
  reason: string | null
  /** The body and the person that gave it, and when. */
  by: string | null
  person: string | null
  at: string | null
  endedAt: string | null
}

/** An extension of a period as cells read it; `subject` null: of everything its body owes. */
export type Extension = { body: string; subject: string | null; region: string; dueAt: string; ended: boolean }

const UNKNOWN: ExtensionState = { dueAt: null, reason: null, by: null, person: null, at: null, endedAt: null }

/** The latest moment stands whatever the order: an extension shortens nothing. */
export function evolveExtension(state: ExtensionState | undefined, said: ExtensionSaid): ExtensionState {
  const before = state ?? UNKNOWN
  const dueAt = new Date(said.data.dueAt).toISOString()
  if (said.type === 'lianxi.duty.extension-ended.v1') {
    return { ...before, endedAt: isLater(dueAt, before.endedAt) ? dueAt : before.endedAt }
  }
  if (!isLater(dueAt, before.dueAt)) return before
  const { reason, grantedBy: person } = said.data
  return { ...before, dueAt, reason, by: said.source, person, at: new Date(said.occurredAt).toISOString() }
}

/** An extension is over when the end of its own moment was said, not that of an earlier one. */
export const hasEnded = ({ dueAt, endedAt }: ExtensionState): boolean =>
  dueAt !== null && endedAt !== null && !isLater(dueAt, endedAt)

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
