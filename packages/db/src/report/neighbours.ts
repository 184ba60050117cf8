import { z } from 'zod'
import type { Neighbours } from '@lianxi/schema/views/check-context'
import { Decimal } from '@lianxi/schema/decimal'
import { type Sql, sql } from '../client'
import { periodEnd, progressTable } from '../readers/base/parts'

const Said = z.object({
  subject: z.string(),
  name: z.string(),
  region: z.string(),
  place: z.string(),
  parent: z.string().nullable(),
  figure: Decimal,
})

/** What the board knows beside the report itself; the names `k` (the key) and `s` (its subject) are of `knownJson`. */
export const Around = z.object({ parent: z.string().nullable(), additive: z.boolean(), said: z.array(Said) })
export type Around = z.infer<typeof Around>

const said = (figure: Sql): Sql => sql`jsonb_build_object('subject', o.code, 'name', o.name, 'region', q.region,
  'place', f.doc->>'shortName', 'parent', f.doc->>'parent', 'figure', ${figure})`

const joinRegion = sql`JOIN board.fact f ON f.zone = s.zone AND f.kind = 'region' AND f.code = q.region`

/** The same indicator in this period, wherever it was reported; a project's other parts, each as last reported. */
export const aroundJson: Sql = sql`jsonb_build_object(
  'parent', (SELECT f.doc->>'parent' FROM board.fact f
    WHERE f.zone = s.zone AND f.kind = 'region' AND f.code = k.region),
  'additive', s.kind = 'project' OR coalesce((SELECT f.doc->>'aggregate' = 'sum' FROM board.fact f
    WHERE f.zone = s.zone AND f.kind = 'indicator' AND f.code = s.doc->>'indicator'), false),
  'said', coalesce(CASE WHEN s.kind = 'target' THEN (
      SELECT jsonb_agg(${said(sql`trim_scale(q.value)::text`)} ORDER BY q.region, o.code)
      FROM board.subject o
      JOIN ${progressTable} q ON q.zone = o.zone AND q.subject = o.code AND q.period = k.period AND q.value IS NOT NULL
      ${joinRegion}
      WHERE o.zone = s.zone AND o.kind = 'target' AND o.domain = s.domain
        AND o.doc->>'indicator' = s.doc->>'indicator' AND o.doc->>'basis' = s.doc->>'basis'
        AND o.doc->>'unit' IS NOT DISTINCT FROM s.doc->>'unit' AND NOT (o.code = s.code AND q.region = k.region))
    ELSE (
      SELECT jsonb_agg(p.part ORDER BY p.region) FROM (
        SELECT DISTINCT ON (q.region) q.region, ${said(sql`q.invested_total_wan::text`)} AS part
        FROM ${progressTable} q JOIN board.subject o ON o.zone = q.zone AND o.code = q.subject
        ${joinRegion}
        WHERE q.zone = s.zone AND q.subject = s.code AND q.region <> k.region AND q.invested_total_wan IS NOT NULL
        ORDER BY q.region, ${periodEnd('q')} DESC) p) END, '[]'))`

type About = {
  subject: string
  region: string
  kind: 'target' | 'project'
  investmentWan: number | null
  /** Subjects the same report is said of: their figure is this one. */
  serves: readonly string[]
}

/** Who is a part of what: districts of their city's figure; the regions of one project, none of them inside another. */
export function neighboursOf({ subject, region, kind, investmentWan, serves }: About, around: Around): Neighbours {
  const { parent, additive } = around
  const all = around.said.filter((each) => each.region !== region || !serves.includes(each.subject))
  const same = kind === 'project' ? [] : all.filter((each) => each.region === region && each.subject !== subject)
  const named = same.map(({ name, figure }) => ({ name, value: figure }))
  const none = { same: named, parts: [], whole: null, place: 'part' } as const
  if (!additive) return { ...none, parts: [] }
  if (kind === 'project') {
    const inside = (each: z.infer<typeof Said>) =>
      each.parent === region || each.region === parent || all.some((other) => other.region === each.parent)
    const whole = investmentWan === null ? null : { name: '项目总投资', figure: String(investmentWan) }
    return { ...none, parts: onePerRegion(all.filter((each) => !inside(each))), whole }
  }
  const below = onePerRegion(all.filter((each) => each.parent === region))
  if (below.length > 0) return { ...none, parts: below, place: 'whole' }
  const beside = all.filter((each) => parent !== null && each.parent === parent && each.region !== region)
  const above = all.find((each) => each.region === parent)
  return {
    ...none,
    parts: onePerRegion(beside),
    whole: above === undefined ? null : { name: above.place, figure: above.figure },
  }
}

const onePerRegion = (all: z.infer<typeof Said>[]) => {
  const first = new Map(all.toReversed().map((each) => [each.region, { name: each.place, figure: each.figure }]))
  return [...first.values()].reverse()
}
