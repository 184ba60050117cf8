import { askedOf, Judgement, type Statement, stateOf } from '@lianxi/domain/baseline/decide'
import { BaselineStated } from '@lianxi/schema/events/baselines'
import { TargetListed } from '@lianxi/schema/events/facts'
import type { AskedValue } from '@lianxi/schema/vocabulary'
import { empty, type Reading, sql } from '../client'
import type { Reference } from '../readers/base/reference'

/** One question to one body, with what was said to it so far. `body` undefined: it is not asked (any more). */
export type Question = {
  target: TargetListed
  region: string
  body: string | undefined
  asked: AskedValue
  statement: Statement | undefined
  judgement: Judgement | undefined
  state: ReturnType<typeof stateOf>
}

type Which = { subject: string | null; region?: string | null }

/** `subject` null: every question of the zone, or those that concern a region, with some that do not. */
export async function readQuestions(
  db: Reading,
  reference: Reference,
  { subject, region = null }: Which,
): Promise<Question[]> {
  const zone = reference.zone.code
  const one = subject === null ? empty : sql`AND s.code = ${subject}`
  const theirs =
    region === null
      ? empty
      : sql`AND (jsonb_exists(s.doc, 'assignedBy') OR s.code = ANY(ARRAY(SELECT r.subject FROM board.duty r
          WHERE r.zone = ${zone} AND r.region = ${region} AND r.year = (SELECT max(year) FROM board.duty WHERE zone = ${zone}))))`
  const [targets, facts] = await Promise.all([
    // Of the last year with duties: what was asked for years ago is asked no more.
    db.$queryRaw<{ doc: unknown; region: string | null; body: string | null; listed: boolean | null }[]>(sql`
      SELECT s.doc, d.region, d.body, i.doc->'target'->'baseline' <> 'null' AS listed
      FROM board.subject s JOIN board.fact p ON p.zone = s.zone AND p.kind = 'plan' AND p.code = s.plan
      LEFT JOIN board.duty d ON d.zone = s.zone AND d.subject = s.code
        AND d.year = (SELECT max(year) FROM board.duty WHERE zone = ${zone})
      LEFT JOIN LATERAL (SELECT doc FROM board.item i
        WHERE i.zone = d.zone AND i.subject = d.subject AND i.region = d.region AND i.year = d.year
        ORDER BY position, code LIMIT 1) i ON true
      WHERE s.zone = ${zone} AND s.kind = 'target' AND p.doc->>'status' = 'issued' ${one}
        AND (d.subject IS NOT NULL OR jsonb_exists(s.doc, 'assignedBy')) ${theirs}
        AND (jsonb_exists(s.doc, 'assignedBy') OR s.doc->'baseline' = 'null' OR s.doc->>'region' <> d.region)
      ORDER BY s.code, d.region`),
    db.$queryRaw<{ kind: string; code: string; doc: unknown; event: string }[]>(sql`
      SELECT kind, code, doc, event_id::text AS event FROM board.fact
      WHERE zone = ${zone} AND kind IN ('baseline-stated', 'baseline-decided')`),
  ])
  const said = new Map<string, Statement>()
  const judged = new Map<string, Judgement>()
  for (const { kind, code, doc, event } of facts) {
    if (kind === 'baseline-stated') said.set(code, { eventId: event, said: BaselineStated.parse(doc) })
    else judged.set(code, Judgement.parse(doc))
  }
  const questionOf = (target: TargetListed, region: string, asked: AskedValue, body: string | undefined): Question => {
    const key = `${target.code}:${region}:${asked}`
    const [statement, judgement] = [said.get(key), judged.get(key)]
    return { target, region, asked, body, statement, judgement, state: stateOf(statement, judgement) }
  }
  const asked = targets.flatMap(({ doc, region, body, listed }) => {
    const target = TargetListed.parse(doc)
    const what = askedOf(target, region, listed === true)
    if (what === undefined) return []
    const places = what === 'baseline' && region !== null ? [region] : placesOf(reference, target, region)
    return places.map((place) => questionOf(target, place, what, body ?? officeOf(reference, place)))
  })
  return [...asked, ...(await answered(db, zone, { asked, said, subject, region, questionOf }))]
}

/** What was handed down for the whole zone concerns each region that carries responsibility. */
function placesOf({ zone, regions }: Reference, target: TargetListed, duty: string | null): string[] {
  if (duty !== null) return [duty]
  if (target.region === zone.code)
    return zone.responsibleRegions.filter((code) => regions.get(code)?.reporting === true)
  return regions.get(target.region)?.reporting === true ? [target.region] : []
}

const officeOf = ({ bodies }: Reference, region: string): string | undefined =>
  [...bodies.values()].find((body) => body.region === region && body.kind === 'coordinating-office')?.code

type Answered = {
  asked: readonly Question[]
  said: ReadonlyMap<string, Statement>
  subject: string | null
  region: string | null
  questionOf: (target: TargetListed, region: string, asked: AskedValue, body: string | undefined) => Question
}

/** What was stated stays to be seen when nobody is asked for it any more. */
async function answered(
  db: Reading,
  zone: string,
  { asked, said, subject, region, questionOf }: Answered,
): Promise<Question[]> {
  const open = new Set(asked.map(({ target, region, asked: what }) => `${target.code}:${region}:${what}`))
  const isMeant = ({ said: stated }: Statement) =>
    (subject ?? stated.subject) === stated.subject && (region ?? stated.region) === stated.region
  const others = [...said].filter(([key, one]) => !open.has(key) && isMeant(one))
  if (others.length === 0) return []
  const rows = await db.$queryRaw<{ doc: unknown }[]>(sql`SELECT doc FROM board.subject
    WHERE zone = ${zone} AND kind = 'target' AND code = ANY(${others.map(([, one]) => one.said.subject)})`)
  const targets = new Map(rows.map(({ doc }) => TargetListed.parse(doc)).map((target) => [target.code, target]))
  return others.flatMap(([, { said: stated }]) => {
    const target = targets.get(stated.subject)
    return target === undefined ? [] : [questionOf(target, stated.region, stated.asked, undefined)]
  })
}

/** Accepted baselines by `subject:region`: they stand beside what plans say. */
export async function readAcceptedBaselines(
  db: Reading,
  zone: string,
): Promise<Map<string, Pick<Judgement, 'value' | 'year' | 'source' | 'statedBy' | 'body'>>> {
  const rows = await db.$queryRaw<{ doc: unknown }[]>(sql`
    SELECT j.doc FROM board.fact j JOIN board.fact s ON s.zone = j.zone AND s.kind = 'baseline-stated'
      AND s.code = j.code AND s.event_id::text = j.doc->>'statement'
    WHERE j.zone = ${zone} AND j.kind = 'baseline-decided' AND j.doc->>'asked' = 'baseline'
      AND NOT jsonb_exists(j.doc, 'reason')`)
  const accepted = rows.map(({ doc }) => Judgement.parse(doc))
  return new Map(accepted.map((one) => [`${one.subject}:${one.region}`, one]))
}
