import { setImmediate } from 'node:timers/promises'
import { isPublicItem } from '@lianxi/domain/public/released'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import { Visibility } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, sql } from '../../client'
import type { Board } from '../base/board'
import { readReference, type Reference } from '../base/reference'

const Candidate = z.object({
  ...{ code: z.string(), list: z.string(), subject: z.string(), region: z.string(), kind: z.string() },
  ...{ year: z.int(), visibility: Visibility },
  name: z.string().nullable(),
  field: z.string().nullable(),
  plan: z.string().nullable(),
  promised: Visibility.nullable(),
})
type Candidate = z.infer<typeof Candidate>

/** One public item, as far as filters need it. */
export type PublicEntry = { code: ItemListed['code']; name: string } & Record<
  'list' | 'subject' | 'region' | 'kind' | 'field',
  string
> & { year: number }

/** Everything public of a zone on one day of domain time, in the order of its lists. */
export type PublicIndex = { reference: Reference; today: string; entries: PublicEntry[] }

/** Every item of the zone is put to the rule; no query decides what is public. */
export async function readPublicIndex(db: Reading, zone: string, today: string, board: Board): Promise<PublicIndex> {
  const [reference, rows] = await Promise.all([
    readReference(db, zone, board),
    db.$queryRaw<unknown[]>(sql`
      SELECT i.code, i.list, i.subject, i.region, i.kind, i.year, i.doc->>'visibility' AS visibility, s.name,
        s.domain AS field, s.plan, s.visibility AS promised
      FROM ${board.item} i LEFT JOIN ${board.subject} s ON s.zone = i.zone AND s.code = i.subject
      WHERE i.zone = ${zone}
      ORDER BY i.year DESC, i.list, i.position, i.code`),
  ])
  const same = createShared()
  const candidates: Candidate[] = []
  const together = new Map<string, Candidate[]>()
  for (const [at, row] of rows.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
    const one = Candidate.parse(row)
    candidates.push(one)
    const there = together.get(placeOf(one))
    if (there === undefined) together.set(placeOf(one), [one])
    else there.push(one)
  }
  const entries = candidates.flatMap((one): PublicEntry[] => {
    const others = (together.get(placeOf(one)) ?? []).filter(({ code }) => code !== one.code)
    const facts = {
      ...{ today, item: one, others: others.map(({ visibility }) => visibility) },
      ...{ list: reference.lists.get(one.list), region: reference.regions.get(one.region) },
      subject: one.promised === null ? undefined : { visibility: one.promised },
      plan: one.plan === null ? undefined : reference.plans.get(one.plan),
    }
    if (!isPublicItem(facts)) return []
    const { code, list, subject, region, kind, year, name, field } = one
    return [
      {
        ...{ code, year, list: same(list), subject: same(subject), region: same(region), kind: same(kind) },
        ...{ name: same(name ?? subject), field: same(field ?? '') },
      },
    ]
  })
  return { reference, today, entries }
}

/** So many are read before others get their turn: a province has hundreds of thousands, and its index takes seconds. */
const AT_ONCE = 500

/** One text for all that are alike: an index of five years says each name and each list many times. */
function createShared(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const first = known.get(text)
    if (first === undefined) known.set(text, text)
    return first ?? text
  }
}

const placeOf = ({ subject, region, year }: Candidate): string => `${subject} ${region} ${year}`
