import { EventId, SubjectCode } from '@lianxi/schema/codes'
import { CalendarDate } from '@lianxi/schema/decimal'
import type { EventType, LianxiEvent } from '@lianxi/schema/events/registry'
import {
  Gate,
  GateOutcome,
  PreliminaryStep,
  Rung,
  rung as rungs,
  SamenessFinding,
  StepState,
} from '@lianxi/schema/library-vocabulary'
import { z } from 'zod'

/** Who said it, for which body, on which day; the event itself holds the rest. */
const said = { by: z.string(), body: z.string(), on: CalendarDate }
const papers = { document: z.string().nullable(), note: z.string().nullable() }
export const FoundElsewhere = z.strictObject({ finding: SamenessFinding, reason: z.string(), ...said })
export type FoundElsewhere = z.infer<typeof FoundElsewhere>
const byCode = <Value extends z.ZodType>(value: Value) => z.record(SubjectCode, value)

/**
 * What the library knows of one listing beyond what its plan says: folded from the plan topic's events about this code
 * alone, in the topic's order, so that every replay and every past moment gives the same.
 */
export const LibraryEntry = z.strictObject({
  eventId: EventId,
  merged: z.strictObject({ into: SubjectCode, reason: z.string(), basis: z.string().nullable(), ...said }).nullable(),
  /** Others it was said to differ from; kept with the code that comes first. */
  apart: byCode(z.strictObject({ reason: z.string(), ...said })),
  /** What was found of listings of other zones, under `elsewhereKey`; absent until something was. */
  elsewhere: z.record(z.string(), FoundElsewhere).optional(),
  rung: z.strictObject({ rung: Rung, reason: z.string().nullable(), ...papers, ...said }).nullable(),
  /** The day it reached each rung on which it stands or has passed. */
  reached: z.partialRecord(Rung, CalendarDate),
  steps: z.partialRecord(PreliminaryStep, z.strictObject({ state: StepState, ...papers, ...said })),
  gates: z.partialRecord(Gate, z.strictObject({ outcome: GateOutcome, ...papers, ...said })),
  schedule: z
    .strictObject({
      startIn: z.string().nullable(),
      completeIn: z.string().nullable(),
      note: z.string().nullable(),
      ...said,
    })
    .nullable(),
})
export type LibraryEntry = z.infer<typeof LibraryEntry>

/** The events that say something about a project of the library. */
export const LIBRARY_EVENTS = [
  'lianxi.project.merged.v1',
  'lianxi.project.separated.v1',
  'lianxi.project.kept-apart.v1',
  'lianxi.project.found-elsewhere.v1',
  'lianxi.project.advanced.v1',
  'lianxi.project.step-recorded.v1',
  'lianxi.project.gate-recorded.v1',
  'lianxi.project.scheduled.v1',
] as const satisfies EventType[]
export type LibraryEventType = (typeof LIBRARY_EVENTS)[number]
export type LibraryEvent = Extract<LianxiEvent, { type: LibraryEventType }>
const TYPES: ReadonlySet<string> = new Set(LIBRARY_EVENTS)
export const isLibraryEvent = (event: LianxiEvent): event is LibraryEvent => TYPES.has(event.type)
/** An event with what its envelope says: whose voice, which event. */
export type LibrarySaid = LibraryEvent & { eventId: string; body: string }

/** A listing of another zone; codes alone are one zone's own. */
export const elsewhereKey = (zone: string, code: string): string => `${zone} ${code}`

const NOTHING = { merged: null, apart: {}, rung: null, reached: {}, steps: {}, gates: {}, schedule: null }

/** The entry after one more event of its topic. */
export function evolveLibrary(entry: LibraryEntry | undefined, event: LibrarySaid): LibraryEntry {
  const known: LibraryEntry = { ...NOTHING, ...entry, eventId: event.eventId }
  const { body } = event
  switch (event.type) {
    case 'lianxi.project.merged.v1': {
      const { into, reason, basis, decidedBy: by, decidedOn: on } = event.data
      return { ...known, merged: { into, reason, basis, by, body, on } }
    }
    case 'lianxi.project.separated.v1':
      return known.merged?.into === event.data.from ? { ...known, merged: null } : known
    case 'lianxi.project.kept-apart.v1': {
      const { other, reason, decidedBy: by, decidedOn: on } = event.data
      return { ...known, apart: { ...known.apart, [other]: { reason, by, body, on } } }
    }
    case 'lianxi.project.found-elsewhere.v1': {
      const { otherZone, other, finding, reason, decidedBy: by, decidedOn: on } = event.data
      const found = { finding, reason, by, body, on }
      return { ...known, elsewhere: { ...known.elsewhere, [elsewhereKey(otherZone, other)]: found } }
    }
    case 'lianxi.project.advanced.v1': {
      const { rung, on, document, note, reason, decidedBy: by } = event.data
      const reached = Object.fromEntries(Object.entries(known.reached).filter(([passed]) => isBelow(passed, rung)))
      return { ...known, rung: { rung, reason, document, note, by, body, on }, reached: { ...reached, [rung]: on } }
    }
    case 'lianxi.project.step-recorded.v1': {
      const { step, state, on, document, note, decidedBy: by } = event.data
      return { ...known, steps: { ...known.steps, [step]: { state, document, note, by, body, on } } }
    }
    case 'lianxi.project.gate-recorded.v1': {
      const { gate, outcome, on, document, note, decidedBy: by } = event.data
      return { ...known, gates: { ...known.gates, [gate]: { outcome, document, note, by, body, on } } }
    }
    case 'lianxi.project.scheduled.v1': {
      const { startIn, completeIn, note, decidedBy: by, decidedOn: on } = event.data
      return { ...known, schedule: { startIn, completeIn, note, by, body, on } }
    }
    default:
      return event satisfies never
  }
}

/** Rungs lower than another, as they stand on the ladder. */
export const isBelow = (lower: string, upper: Rung): boolean =>
  rungs.words.findIndex((rung) => rung === lower) < rungs.words.indexOf(upper)
