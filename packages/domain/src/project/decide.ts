import type { LibraryDeed } from '@lianxi/schema/commands/library'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { refuse } from '../report/refusal'
import { leadersOf } from './groups'
import { type Keeper, mayKeep, type Place } from './keeper'
import { elsewhereKey, isBelow, type LibraryEntry, type LibraryEvent } from './library'

/** A listing as the board knows it, with what the library said of it so far. */
export type KnownListing = Place & {
  code: string
  kind: SubjectKind
  parent: string | null
  entry: LibraryEntry | undefined
}

/** What the rules need to know: every listing that is named or merged, who acts, and which day it is. */
export type LibraryContext = {
  listings: ReadonlyMap<string, KnownListing>
  merged: ReadonlyMap<string, string>
  keeper: Keeper
  by: string
  today: string
  /** Listings of other zones this zone may see, by `elsewhereKey`. */
  elsewhere: { has: (key: string) => boolean }
}

export type LibraryDecision = { ok: true; publish: LibraryEvent } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, field: string | null = null): LibraryDecision => ({
  ok: false,
  refusal: refuse(code, field),
})
const told = (publish: LibraryEvent): LibraryDecision => ({ ok: true, publish })
const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim())

/** Whether a deed may be done, and the event that tells it. */
export function decideLibrary(deed: LibraryDeed, context: LibraryContext): LibraryDecision {
  const listing = context.listings.get(deed.code)
  if (listing === undefined) return refused('project-unknown')
  if (listing.kind !== 'project') return refused('project-kind')
  if (!mayKeep(context.keeper, listing)) return refused('project-elsewhere')
  switch (deed.type) {
    case 'merge':
    case 'separate':
    case 'keep-apart':
      return decideSameness(deed, listing, context)
    case 'find-elsewhere':
      return findElsewhere(deed, listing, context)
    case 'advance':
    case 'record-step':
    case 'record-gate':
    case 'schedule':
      return context.merged.has(deed.code) ? refused('project-merged') : decideProgress(deed, listing, context)
    default:
      return deed satisfies never
  }
}

type Sameness = Extract<LibraryDeed, { type: 'merge' | 'separate' | 'keep-apart' }>

/** Merging concerns two listings: who may not speak for the other may not decide for it. */
function decideSameness(deed: Sameness, listing: KnownListing, context: LibraryContext): LibraryDecision {
  const otherCode = deed.type === 'merge' ? deed.into : deed.type === 'separate' ? deed.from : deed.other
  if (otherCode === deed.code) return refused('merge-self')
  const other = context.listings.get(otherCode)
  if (other === undefined) return refused('project-unknown')
  if (other.kind !== 'project') return refused('project-kind')
  if (!mayKeep(context.keeper, other)) return refused('project-elsewhere')
  const leaderOf = leadersOf(context.merged)
  const one = leaderOf(deed.code) === leaderOf(otherCode)
  const decided = { reason: deed.reason.trim(), decidedOn: context.today, decidedBy: context.by }
  switch (deed.type) {
    case 'merge':
      if (one) return refused('merge-already')
      if (context.merged.has(deed.code)) return refused('merge-elsewhere')
      if (context.merged.has(deed.into)) return refused('merge-into-merged')
      if (listing.parent === other.code || other.parent === listing.code) return refused('merge-parent')
      return told({
        type: 'lianxi.project.merged.v1',
        data: { code: deed.code, into: deed.into, basis: orNull(deed.basis), ...decided },
      })
    case 'separate':
      if (context.merged.get(deed.code) !== deed.from) return refused('merge-not')
      return told({ type: 'lianxi.project.separated.v1', data: { code: deed.code, from: deed.from, ...decided } })
    case 'keep-apart': {
      if (one) return refused('merge-already')
      const [first, second] = deed.code < deed.other ? [listing, other] : [other, listing]
      if (first.entry?.apart[second.code] !== undefined) return refused('apart-already')
      return told({ type: 'lianxi.project.kept-apart.v1', data: { code: first.code, other: second.code, ...decided } })
    }
    default:
      return deed satisfies never
  }
}

/** Of a listing of another zone only what this zone thinks is said: the other zone says its own. */
function findElsewhere(
  { code, otherZone, other, finding, reason }: Extract<LibraryDeed, { type: 'find-elsewhere' }>,
  { entry }: KnownListing,
  { elsewhere, today, by }: LibraryContext,
): LibraryDecision {
  const key = elsewhereKey(otherZone, other)
  const before = entry?.elsewhere?.[key]?.finding ?? 'withdrawn'
  // What was said is taken back although the other zone shows its listing no more.
  if (!elsewhere.has(key) && finding !== 'withdrawn') return refused('elsewhere-unknown', 'other')
  if (before === finding) return refused('elsewhere-same', 'other')
  const decided = { reason: reason.trim(), decidedOn: today, decidedBy: by }
  return told({ type: 'lianxi.project.found-elsewhere.v1', data: { code, otherZone, other, finding, ...decided } })
}

type Progress = Extract<LibraryDeed, { type: 'advance' | 'record-step' | 'record-gate' | 'schedule' }>

function decideProgress(deed: Progress, { entry }: KnownListing, context: LibraryContext): LibraryDecision {
  const { code } = deed
  const decidedBy = context.by
  if (deed.type === 'schedule') {
    const { startIn, completeIn } = deed
    if (startIn !== '' && completeIn !== '' && completeIn < startIn) return refused('schedule-order', 'completeIn')
    const months = { startIn: orNull(startIn), completeIn: orNull(completeIn), note: orNull(deed.note) }
    return told({ type: 'lianxi.project.scheduled.v1', data: { code, ...months, decidedOn: context.today, decidedBy } })
  }
  const { on } = deed
  if (on > context.today) return refused('day-in-future', 'on')
  const papers = { code, on, document: orNull(deed.document), note: orNull(deed.note), decidedBy }
  switch (deed.type) {
    case 'advance':
      return advance(deed, entry, papers)
    case 'record-step': {
      const { step, state } = deed
      return told({ type: 'lianxi.project.step-recorded.v1', data: { ...papers, step, state } })
    }
    case 'record-gate': {
      const { gate, outcome } = deed
      if (gate === 'evaluation' && entry?.rung?.rung !== 'completed') return refused('gate-early', 'gate')
      return told({ type: 'lianxi.project.gate-recorded.v1', data: { ...papers, gate, outcome } })
    }
    default:
      return deed satisfies never
  }
}

type Papers = { code: string; on: string; document: string | null; note: string | null; decidedBy: string }

function advance(
  { rung, reason }: Extract<LibraryDeed, { type: 'advance' }>,
  entry: LibraryEntry | undefined,
  papers: Papers,
): LibraryDecision {
  const standing = entry?.rung ?? null
  if (standing?.rung === rung) return refused('rung-same', 'rung')
  const back = standing !== null && isBelow(rung, standing.rung)
  if (back && orNull(reason) === null) return refused('rung-back-reason', 'reason')
  if (standing !== null && !back && papers.on < standing.on) return refused('rung-date', 'on')
  const data = { ...papers, rung, previous: standing?.rung ?? null, reason: back ? orNull(reason) : null }
  return told({ type: 'lianxi.project.advanced.v1', data })
}
