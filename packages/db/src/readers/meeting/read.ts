import { type KnownMeeting, lastBefore } from '@lianxi/domain/meeting/decide'
import { isDecision } from '@lianxi/domain/plan/decision'
import type { MeetingHeld } from '@lianxi/schema/events/meetings'
import type { MeetingDocument, MeetingLine, Meetings, MeetingView } from '@lianxi/schema/views/meeting'
import type { Database } from '../../client'
import { type Reference, readReference, zoneName } from '../base/reference'
import { type Sight, visibleRegions } from '../moment/frame'
import { readNow } from '../moment/stream-state'
import { countDecided, type Decided, readDecided } from './decided'
import { readKnownMeetings } from './held'

/** `mayRecord`: the viewer keeps the register. */
type Looking = { sight: Sight; mayRecord: boolean }

const documentOf = (reference: Reference, code: string): MeetingDocument => {
  const plan = reference.plans.get(code)
  const { name = code, documentNumber = null, issuedOn = null } = plan ?? {}
  return { code, name, documentNumber, issuedOn }
}

/** Minutes and decisions of the zone, the latest first. */
const documentsOf = (reference: Reference): MeetingDocument[] =>
  [...reference.plans.values()]
    .filter(isDecision)
    .map(({ code }) => documentOf(reference, code))
    .sort((a, b) => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? '') || (a.code < b.code ? -1 : 1))

type Held = KnownMeeting & { held: MeetingHeld }
const stands = (one: KnownMeeting): one is Held => one.held !== null

function lineOf(
  reference: Reference,
  { code, seen, held }: Held,
  all: readonly Held[],
  decided: Decided[],
): MeetingLine {
  const { title, heldAt, place, minutes, note, person, on } = held
  const others = all.flatMap((one) => (one.code === code ? [] : [one.held]))
  const matters = decided.flatMap(({ document, matter }) => (document === minutes ? [matter] : []))
  return {
    ...{ code, seen, title, heldAt, place, note, person, on },
    minutes: minutes === null ? null : documentOf(reference, minutes),
    previous: lastBefore(others, new Date(heldAt))?.heldAt ?? null,
    decided: minutes === null ? null : countDecided(matters),
  }
}

async function readRegister(db: Database, zone: string, { sight, mayRecord }: Looking, only?: string) {
  const [reference, known, now] = await Promise.all([readReference(db, zone), readKnownMeetings(db, zone), readNow(db)])
  const all = known.filter(stands)
  const shown = all.filter(({ code }) => only === undefined || code === only)
  const documents = [...new Set(shown.flatMap(({ held: { minutes } }) => (minutes === null ? [] : [minutes])))]
  const decided = await readDecided(db, reference, { documents, regions: visibleRegions(reference, sight) })
  const lines = shown
    .map((one) => lineOf(reference, one, all, decided))
    .sort((a, b) => b.heldAt.localeCompare(a.heldAt) || (a.code < b.code ? -1 : 1))
  const head = { zone: zoneName(reference), documents: documentsOf(reference), now: now.toISOString(), mayRecord }
  return { head, lines, decided }
}

/** The zone's joint meetings, the latest first, each with how far what it decided has come. */
export async function readMeetings(db: Database, zone: string, looking: Looking): Promise<Meetings> {
  const { head, lines } = await readRegister(db, zone, looking)
  return { ...head, meetings: lines }
}

/** One meeting with what it decided; null where there is none, or its entry was struck. */
export async function findMeeting(
  db: Database,
  zone: string,
  code: string,
  looking: Looking,
): Promise<MeetingView | null> {
  const { head, lines, decided } = await readRegister(db, zone, looking, code)
  const [meeting] = lines
  return meeting === undefined ? null : { ...head, meeting, matters: decided.map(({ matter }) => matter) }
}
