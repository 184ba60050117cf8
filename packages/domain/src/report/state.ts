import type { Entry } from '@lianxi/schema/commands/entry'
import type { WarningReason } from '@lianxi/schema/commands/report'
import type { DraftState } from '@lianxi/schema/vocabulary'

/** Instants here are ISO 8601 in UTC, domain time. */
export type Person = { id: string; name: string }

/** The published revision that stands now; the next one `replaces` its event. */
export type PublishedRevision = { eventId: string; revision: number; at: string; entry: Entry }

/** A report in its office. `version` counts its steps: whoever saw another version collides with it. */
export type ReportState = {
  state: DraftState
  version: number
  /** The revision being written or, once published, the one that stands. */
  revision: number
  entry: Entry | null
  correctionReason: string | null
  warningReasons: WarningReason[]
  author: Person | null
  submitted: (Person & { at: string }) | null
  /** Of the approver's or of the parent region's return; shown until the report goes out again. */
  returned: { reason: string; by: string } | null
  /** Returned after publishing: the period's lock does not hold for exactly this report, until it goes out again. */
  unlocked: boolean
  published: PublishedRevision | null
}

type By = { by: Person; at: string }
type Written = { entry: Entry; correctionReason: string | null; warningReasons: WarningReason[] }

/** What happened to a report; one step is one version. */
export type ReportStep =
  | ({ type: 'draft-saved' } & Written & By)
  | ({ type: 'submitted' } & Written & By)
  | ({ type: 'withdrawn' } & By)
  | ({ type: 'correction-dropped' } & By)
  | ({ type: 'sent-back'; reason: string } & By)
  | ({ type: 'published'; eventId: string; entry: Entry } & By)
  | ({ type: 'correction-started'; reason: string } & By)
  | ({ type: 'returned'; reason: string; byBody: string } & By)

/** What the board knows of a report the office has no row of (sent directly, restored, or seeded). */
export type OnBoard = PublishedRevision & { returned: { reason: string; by: string } | null }

/** Before the first step: nothing, or what already stands on the board. */
export function initialState(onBoard: OnBoard | null): ReportState {
  const nothing: ReportState = {
    state: 'draft',
    version: 0,
    revision: 1,
    entry: null,
    correctionReason: null,
    warningReasons: [],
    author: null,
    submitted: null,
    returned: null,
    unlocked: false,
    published: null,
  }
  if (onBoard === null) return nothing
  const { returned, ...published } = onBoard
  const known = { ...nothing, entry: published.entry, published, returned }
  return returned === null
    ? { ...known, state: 'published', revision: published.revision }
    : { ...known, state: 'returned', revision: published.revision + 1, unlocked: true }
}

/** The state after a step that `decide` allowed. Pure and total: it never refuses. */
export function evolve(state: ReportState, step: ReportStep): ReportState {
  const next = { ...state, version: state.version + 1 }
  switch (step.type) {
    case 'draft-saved': {
      const { entry, correctionReason, warningReasons } = step
      return { ...next, state: 'draft', entry, correctionReason, warningReasons, author: step.by }
    }
    case 'submitted': {
      const { entry, correctionReason, warningReasons } = step
      const submitted = { ...step.by, at: step.at }
      return { ...next, state: 'submitted', entry, correctionReason, warningReasons, author: step.by, submitted }
    }
    case 'withdrawn':
      return { ...next, state: 'draft', submitted: null }
    case 'correction-dropped':
      return { ...next, ...standing(state) }
    case 'sent-back':
      return { ...next, state: 'sent-back', submitted: null, returned: { reason: step.reason, by: step.by.name } }
    case 'published': {
      const published = { eventId: step.eventId, revision: state.revision, at: step.at, entry: step.entry }
      return { ...next, state: 'published', returned: null, unlocked: false, published }
    }
    case 'correction-started':
      return {
        ...next,
        state: 'draft',
        revision: state.revision + 1,
        correctionReason: step.reason,
        warningReasons: [],
        author: step.by,
        submitted: null,
      }
    case 'returned': {
      const again = { revision: (state.published?.revision ?? state.revision) + 1, submitted: null, warningReasons: [] }
      return {
        ...next,
        ...again,
        state: 'returned',
        unlocked: true,
        returned: { reason: step.reason, by: step.byBody },
      }
    }
    default:
      return step satisfies never
  }
}

/** What stood before a correction was begun. */
function standing(state: ReportState): Partial<ReportState> {
  return {
    state: 'published',
    revision: state.published?.revision ?? state.revision,
    entry: state.published?.entry ?? state.entry,
    correctionReason: null,
    warningReasons: [],
    returned: null,
  }
}
