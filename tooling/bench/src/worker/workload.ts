import { encodeEvent, type EncodedEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { v7 } from 'uuid'
import { reportOf, type Saying } from './report'
import { bodyOf, endOf, QUARTERS, VOICES, ZONE, type Voice } from './setting'

/** A cell is reported once and corrected once or twice, 1.5 times on average: 50 events a subject in 20 quarters. */
const EVENTS_A_SUBJECT = QUARTERS.length * 2.5
/** A correction comes up to so many quarters after its report. */
const LAST_CORRECTION = 4

export type Workload = { subjects: number; events: number }

/** The subjects each topic needs for about so many events; the count that really comes of them is exact. */
export function workloadOf(wanted: number): Workload {
  const even = (count: number) => Math.max(2, 2 * Math.round(count / 2))
  const subjects = even(wanted / VOICES.length / EVENTS_A_SUBJECT)
  return { subjects, events: subjects * EVENTS_A_SUBJECT * VOICES.length }
}

/**
 * A topic's reports as years bring them: quarter after quarter the offices in any order, and among them corrections of
 * earlier quarters. A cell is hardly ever named twice within two thousand events, so nearly every event changes a row.
 */
export function* reportsOf(voice: Voice, subjects: number): Generator<EncodedEvent> {
  const random = randomFrom(voice.topic)
  const latest = new Map<string, Saying>()
  for (let round = 0; round < QUARTERS.length + LAST_CORRECTION; round += 1) {
    const cells = Array.from({ length: LAST_CORRECTION + 1 }, (_, later) => cellsDue(round, later, subjects)).flat()
    for (const { quarter, subject } of shuffled(cells, random)) {
      const name = `${quarter} ${subject}`
      const saying: Saying = { id: v7(), quarter, subject, before: latest.get(name) }
      latest.set(name, saying)
      yield encode(reportOf(voice, saying), bodyOf(voice.region), saying)
    }
  }
}

/** Every subject reports in its quarter; even ones correct it 1 and 3 quarters later, odd ones once, 2 or 4 later. */
function cellsDue(round: number, later: number, subjects: number): { quarter: number; subject: number }[] {
  const quarter = round - later
  if (quarter < 0 || quarter >= QUARTERS.length) return []
  const says = (subject: number) => {
    if (later === 0) return true
    if (subject % 2 === 0) return later === 1 || later === 3
    return later === (subject % 4 === 1 ? 2 : 4)
  }
  return Array.from({ length: subjects }, (_, subject) => ({ quarter, subject })).filter(({ subject }) => says(subject))
}

/** Said on the second day after the quarter's end, corrections a quarter later each. */
function encode(event: LianxiEvent, source: string, { id, quarter, before }: Saying): EncodedEvent {
  const revisions = before === undefined ? 0 : 1
  const time = new Date(endOf(quarter) + (2 + revisions * 91) * 86_400_000).toISOString()
  return encodeEvent(event, { id, zone: ZONE, source, time })
}

/** mulberry32: the same order every time. */
function randomFrom(name: string): () => number {
  let state = [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled<Item>(items: Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
