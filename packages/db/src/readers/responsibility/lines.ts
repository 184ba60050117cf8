import { rolesOf } from '@lianxi/domain/year-list/responsibility'
import type { BodyResponsibility, Responsibility } from '@lianxi/schema/views/responsibility'
import type { Period } from '@lianxi/schema/period'
import type { Reading } from '../../client'
import { bodyName, type Reference, regionName } from '../base/reference'
import { readDue, readMissing } from './due'
import type { Held } from './held'

type Line = { held: Held; roles: Responsibility['roles'] }
/** A body with every line it has; nothing is filled in yet. */
export type Carrier = { code: string; region: string | null; lines: Line[] }

/** Duties by the bodies that have to do with them, the viewer's own first, then by code: an order that says nothing about anybody. */
export function carriersOf(reference: Reference, held: readonly Held[], own: readonly string[]): Carrier[] {
  const byBody = new Map<string, Line[]>()
  for (const one of held) {
    for (const { body, roles } of rolesOf(one)) {
      const known = byBody.get(body) ?? []
      known.push({ held: one, roles })
      byBody.set(body, known)
    }
  }
  const first = (code: string) => Number(own.includes(code))
  return [...byBody]
    .map(([code, lines]) => ({ code, region: reference.bodies.get(code)?.region ?? null, lines }))
    .sort((a, b) => first(b.code) - first(a.code) || (a.code < b.code ? -1 : 1))
}

type Visible = { zone: string; year: number; visible: ReadonlySet<string> }
type Shown = Visible & { own: readonly string[] }

/** What a body reports where the viewer may see whether it did. */
const seenOf = (lines: readonly Line[], { visible }: Pick<Visible, 'visible'>): Held[] =>
  lines.filter(({ roles, held }) => roles.includes('reports') && visible.has(held.region)).map(({ held }) => held)

/** The lines a body reports and has not reported for a period; undefined: none of it is for the viewer to see. */
export async function findMissing(
  db: Reading,
  lines: readonly Line[],
  asked: Visible & { period: Period },
): Promise<Line[] | undefined> {
  const seen = seenOf(lines, asked)
  if (seen.length === 0) return undefined
  const missing = await readMissing(db, asked, seen)
  return lines.filter(({ held }) => missing.has(held))
}

/**
 * Carriers as they are shown, each with a page of its lines: for who reports each opened period's state, in the regions
 * whose timeliness the viewer may see.
 */
export async function fillIn(
  db: Reading,
  reference: Reference,
  carriers: readonly Carrier[],
  { page, pageSize, ...shown }: Shown & { page: number; pageSize: number },
): Promise<BodyResponsibility[]> {
  const paged = carriers.map((one) => ({ ...one, shown: one.lines.slice((page - 1) * pageSize, page * pageSize) }))
  const asked = seenOf(
    paged.flatMap((one) => one.shown),
    shown,
  )
  const due = await readDue(db, shown, asked)
  const known = new Map(asked.map((held, at) => [held, due[at] ?? []]))
  return paged.map(({ code, region, lines, shown: some }) => ({
    body: bodyName(reference, code),
    region: region === null ? null : regionName(reference, region),
    own: shown.own.includes(code),
    items: some.map((line) =>
      lineOf(reference, line, line.roles.includes('reports') ? known.get(line.held) : undefined),
    ),
    total: lines.length,
  }))
}

/** One line; `due` undefined: the body does not report it, or it is not for the viewer to see. */
export function lineOf(reference: Reference, { held, roles }: Line, due?: Responsibility['due']): Responsibility {
  const { subject, name, kind, frequency, from, items } = held
  const [first] = items
  const named = (part: 'leader' | 'person') => items.find((item) => item[part] !== '')?.[part] ?? ''
  return {
    ...{ subject, name, kind, frequency, roles },
    region: regionName(reference, held.region),
    attribute: first?.attribute ?? 'expected',
    deadline: first?.deadline ?? '',
    lists: items.map(({ list }) => ({ code: list, name: reference.lists.get(list)?.name ?? list })),
    ...{ leader: named('leader'), person: named('person') },
    ...{ from: roles.includes('reports') ? from : null, due: due ?? null },
  }
}
