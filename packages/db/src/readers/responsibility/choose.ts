import type { PeriodView } from '@lianxi/schema/views/common'
import type { ResponsibilityInput, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import { z } from 'zod'
import type { Reading } from '../../client'
import { type Reference, regionsUnder } from '../base/reference'
import { FiledRow, readFiled } from '../duty/filing-rates'
import { type Sight, visibleRegions } from '../moment/frame'
import { bodyLines, namedPlaces, placeLines, placeOf, placesOf, readReporters, Reporter, sumFiled } from './counts'
import { readAllHeld, readHeldBy } from './held'
import { type Carrier, carriersOf } from './lines'

/** As many duties stand under each other, body by body: a year of a zone of a few regions, or of one region. */
const FEW = 300
/** Of one body that has more: one or two sheets of paper. */
const PAGE = 200

export type Asked = {
  db: Reading
  reference: Reference
  input: ResponsibilityInput
  year: number
  /** Whose reports are counted. */
  period: PeriodView
  own: readonly string[]
  sight: Sight
  keep: Keep
}
/** Answers what many ask for between two commits of the board: it hangs on what is asked of, not on who asks. */
export type Keep = <Answer>(
  what: string,
  of: Readonly<Record<string, unknown>>,
  answer: z.ZodType<Answer>,
  read: () => Promise<Answer>,
) => Promise<Answer>
/** Bodies whose items are shown; where that leaves others out, the counts from which they are opened. */
export type Chosen = {
  carriers: Carrier[]
  pageSize: number
  places: ResponsibilityView['places']
  counts: ResponsibilityView['counted']
}

/** Everything where it is little; else what was opened, and before anything is, the viewer's own. */
export async function choose(asked: Asked): Promise<Chosen> {
  const { db, reference, input, year, keep } = asked
  const reporters = await keep('reporters', { year }, z.array(Reporter), () => readReporters(db, input.zone, year))
  if (reporters.reduce((sum, { items }) => sum + items, 0) <= FEW) return chooseOfFew(asked)
  const places = placesOf(reference, reporters)
  if (input.body !== null)
    return { places, pageSize: PAGE, counts: null, carriers: await readCarriers(asked, [input.body]) }
  return {
    places,
    pageSize: PAGE,
    ...(await (input.region === null ? ofZone(asked, reporters) : ofPlace(asked, input.region))),
  }
}

async function chooseOfFew({ db, reference, input: { zone, region, body }, year, own }: Asked): Promise<Chosen> {
  const all = carriersOf(reference, await readAllHeld(db, { zone, year }), own)
  const isShown = ({ code }: Carrier) =>
    (region === null || placeOf(reference, code) === region) && (body === null || code === body)
  return {
    carriers: all.filter(isShown),
    places: namedPlaces(
      reference,
      all.map(({ code }) => placeOf(reference, code)),
    ),
    pageSize: Math.max(PAGE, ...all.map(({ lines }) => lines.length)),
    counts: null,
  }
}

async function readCarriers(
  { db, reference, input: { zone }, year, own }: Asked,
  bodies: readonly string[],
): Promise<Carrier[]> {
  if (bodies.length === 0) return []
  const wanted = new Set(bodies)
  return carriersOf(reference, await readHeldBy(db, { zone, year }, bodies), own).filter(({ code }) => wanted.has(code))
}

/** The viewer's own bodies, and beside them all places. */
async function ofZone(asked: Asked, reporters: readonly Reporter[]): Promise<Pick<Chosen, 'carriers' | 'counts'>> {
  const { reference, own } = asked
  const [carriers, rows] = await Promise.all([readCarriers(asked, own), readFiledOf(asked, null)])
  const filed = sumFiled(rows, (body) => placeOf(reference, body))
  return {
    carriers,
    counts: { places: placeLines(reference, reporters, { filed, sees: seesOf(asked) }), bodies: null },
  }
}

/** The bodies of a place: with their items where that is little, else with counts. */
async function ofPlace(asked: Asked, place: string): Promise<Pick<Chosen, 'carriers' | 'counts'>> {
  const { reference, own } = asked
  const there = [...reference.bodies.keys()].filter((body) => placeOf(reference, body) === place)
  const carriers = await readCarriers(asked, there)
  const lines = carriers.reduce((sum, one) => sum + one.lines.length, 0)
  if (carriers.length < 2 || lines <= PAGE) return { carriers, counts: null }
  const filed = sumFiled(await readFiledOf(asked, place), (body) => body)
  const bodies = bodyLines(reference, carriers, { filed, own, sees: seesOf(asked) })
  return { carriers: [], counts: { places: null, bodies } }
}

/** What came in where the viewer may look. Of a region: what its bodies report for it and for the regions in it. */
async function readFiledOf(
  { db, reference, sight, input: { zone }, period: { period }, keep }: Asked,
  place: string | null,
): Promise<FiledRow[]> {
  const visible = visibleRegions(reference, sight)
  if (place !== null && place !== zone) {
    const under = new Set(regionsUnder(reference, place))
    return readFiled(db, { zone, period, regions: visible.filter((code) => under.has(code)) })
  }
  const regions = sight === null ? null : visible
  return keep('filed', { period, regions }, z.array(FiledRow), () => readFiled(db, { zone, period, regions }))
}

/** Bodies of no region are seen by who sees the whole zone. */
function seesOf({ reference, sight, input: { zone } }: Asked): (place: string) => boolean {
  const visible = new Set(visibleRegions(reference, sight))
  return (place) => (place === zone ? sight === null : visible.has(place))
}
