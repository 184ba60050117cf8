import type { BodyLine, Filed, PlaceLine } from '@lianxi/schema/views/responsibility'
import { z } from 'zod'
import { type Reading, sql } from '../../client'
import { bodyName, placeName, type Reference } from '../base/reference'
import type { FiledRow } from '../duty/filing-rates'
import type { Carrier } from './lines'

export const Reporter = z.object({ body: z.string(), items: z.int() })
export type Reporter = z.infer<typeof Reporter>

/** Who reports how many of a year's duties, as they stand: who took one over last has it. */
export const readReporters = (db: Reading, zone: string, year: number): Promise<Reporter[]> =>
  db.$queryRaw<Reporter[]>(sql`
    SELECT coalesce(holders->-1->>'body', body) AS body, count(*)::int AS items FROM board.duty
    WHERE zone = ${zone} AND year = ${year} GROUP BY 1`)

/** Where a body belongs: to its region, or, of none, to the zone itself. */
export const placeOf = ({ bodies, zone }: Reference, body: string): string => bodies.get(body)?.region ?? zone.code

const NOTHING: Filed = { due: 0, inTime: 0, late: 0, overdue: 0 }

/** What was asked and came, added up by what `keyOf` makes of a body. */
export function sumFiled(rows: readonly FiledRow[], keyOf: (body: string) => string): Map<string, Filed> {
  const sums = new Map<string, Filed>()
  for (const { body, due, reported, late, overdue } of rows) {
    const sum = sums.get(keyOf(body)) ?? NOTHING
    sums.set(keyOf(body), {
      due: sum.due + due,
      inTime: sum.inTime + reported - late,
      late: sum.late + late,
      overdue: sum.overdue + overdue,
    })
  }
  return sums
}

type Seen = { filed: ReadonlyMap<string, Filed>; sees: (place: string) => boolean }

/** Places as they stand under each other: what belongs to no region first, then by code. */
export function namedPlaces(reference: Reference, codes: Iterable<string>): { code: string; name: string }[] {
  const zone = reference.zone.code
  return [...new Set(codes)]
    .sort((a, b) => Number(b === zone) - Number(a === zone) || (a < b ? -1 : 1))
    .map((code) => ({ code, name: code === zone ? '不属地区的单位' : placeName(reference, code) }))
}

/** What can be opened: where anybody reports, and bodies of no region, which may lead and share without it. */
export function placesOf(reference: Reference, reporters: readonly Reporter[]): { code: string; name: string }[] {
  const bare = [...reference.bodies.values()].some(({ region }) => region === null)
  const codes = reporters.map(({ body }) => placeOf(reference, body))
  return namedPlaces(reference, bare ? [reference.zone.code, ...codes] : codes)
}

/** Places anybody reports from, with how much that is and how it came in. */
export function placeLines(reference: Reference, reporters: readonly Reporter[], { filed, sees }: Seen): PlaceLine[] {
  const sums = new Map<string, { bodies: number; items: number }>()
  for (const { body, items } of reporters) {
    const place = placeOf(reference, body)
    const known = sums.get(place) ?? { bodies: 0, items: 0 }
    sums.set(place, { bodies: known.bodies + 1, items: known.items + items })
  }
  return namedPlaces(reference, sums.keys()).map(({ code, name }) => {
    const parent = reference.regions.get(code)?.parent ?? null
    return {
      ...{ code, name, bodies: 0, items: 0, ...sums.get(code) },
      parent: parent !== null && sums.has(parent) ? parent : null,
      filed: sees(code) ? (filed.get(code) ?? NOTHING) : null,
    }
  })
}

/** The bodies of a place with what they have. */
export function bodyLines(
  reference: Reference,
  carriers: readonly Carrier[],
  { filed, sees, own }: Seen & { own: readonly string[] },
): BodyLine[] {
  return carriers.map(({ code, lines }) => {
    const count = (role: 'reports' | 'leads' | 'shares') => lines.filter(({ roles }) => roles.includes(role)).length
    return {
      ...{ body: bodyName(reference, code), own: own.includes(code) },
      ...{ reports: count('reports'), leads: count('leads'), shares: count('shares') },
      filed: sees(placeOf(reference, code)) ? (filed.get(code) ?? NOTHING) : null,
    }
  })
}
