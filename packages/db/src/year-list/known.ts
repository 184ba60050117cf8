import { leadersOf } from '@lianxi/domain/project/groups'
import { figureOf } from '@lianxi/domain/year-list/one-figure'
import type { ListContext } from '@lianxi/domain/year-list/context'
import type { ListCommand } from '@lianxi/domain/year-list/decide'
import type { KnownDuty, YearList } from '@lianxi/domain/year-list/state'
import { Frequency, Period } from '@lianxi/schema/period'
import { SubjectKind } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, sql } from '../client'
import { dayInChina, iso, periodEnd } from '../readers/base/parts'

const Known = z.object({
  now: z.string(),
  today: z.string(),
  binding: z.array(z.string()),
  bodies: z.array(
    z.object({
      code: z.string(),
      region: z.string().nullable(),
      name: z.string(),
      endedOn: z.string().nullable(),
    }),
  ),
  regions: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string().nullable() })),
  subjects: z.array(
    z.object({
      ...{ code: z.string(), name: z.string(), kind: SubjectKind, indicator: z.string().nullable() },
      ...{ unit: z.string().nullable(), basis: z.string().nullable(), prices: z.string().nullable() },
      value: z.string().nullable(),
      release: z.int().nullable(),
    }),
  ),
  lead: z.array(z.string()),
  merges: z.array(z.object({ code: z.string(), into: z.string() })),
  duties: z.array(
    z.object({
      subject: z.string(),
      region: z.string(),
      body: z.string(),
      frequency: Frequency,
      items: z.array(z.string()),
      from: Period.nullable(),
      servedBy: z.string().nullable(),
    }),
  ),
  reported: z.array(Period),
})

/**
 * What the rules ask of the board: issued subjects of the command, the zone's bodies and regions, the year's duties,
 * what stands reported of the command's item, the time.
 */
export async function readContextInTx(
  tx: Reading,
  { zone, year, items }: Pick<YearList, 'zone' | 'year' | 'items'>,
  command: ListCommand,
  actor: Pick<ListContext, 'actor' | 'body' | 'region'>,
): Promise<ListContext> {
  const asked = askedOf(command)
  const revised = command.type === 'revise' ? items.find(({ code }) => code === command.item)?.content : undefined
  const named = [...asked, ...items.map(({ content }) => content.subject)]
  const [row] = await tx.$queryRaw<{ known: unknown }[]>(sql`
    SELECT jsonb_build_object('now', ${iso('m.now')}, 'today', ${dayInChina('m.now')},
      'binding', coalesce((SELECT jsonb_agg(s.code) FROM board.subject s
        JOIN board.fact p ON p.zone = s.zone AND p.kind = 'plan' AND p.code = s.plan
        WHERE s.zone = ${zone} AND s.code = ANY (${asked}::text[]) AND p.doc->>'status' = 'issued'), '[]'),
      'bodies', coalesce((SELECT jsonb_agg(jsonb_build_object('code', b.code, 'region', b.doc->'region',
          'name', b.doc->'name', 'endedOn', b.doc->>'endedOn'))
        FROM board.fact b WHERE b.zone = ${zone} AND b.kind = 'body'), '[]'),
      'regions', coalesce((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'name', r.doc->'name',
          'parent', r.doc->'parent'))
        FROM board.fact r WHERE r.zone = ${zone} AND r.kind = 'region'), '[]'),
      'subjects', coalesce((SELECT jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name, 'kind', s.kind,
          'indicator', s.doc->>'indicator', 'unit', s.doc->>'unit', 'basis', s.doc->>'basis', 'value', s.doc->>'value',
          'prices', coalesce(s.doc->>'priceBasis', g.doc->>'priceBasis'), 'release', g.doc->'releaseAfterDays'))
        FROM board.subject s
        LEFT JOIN board.fact g ON g.zone = s.zone AND g.kind = 'indicator' AND g.code = s.doc->>'indicator' WHERE s.zone = ${zone} AND (s.code = ANY (${named}::text[])
          OR EXISTS (SELECT FROM board.duty d WHERE d.zone = s.zone AND d.subject = s.code AND d.year = ${year}))), '[]'),
      'lead', coalesce((SELECT z.doc->'listLead' FROM board.fact z
        WHERE z.zone = ${zone} AND z.kind = 'zone' AND z.code = ${zone}), '[]'),
      'merges', coalesce((SELECT jsonb_agg(jsonb_build_object('code', m.code, 'into', m.into)) FROM (
          SELECT code, merged_into AS into FROM board.library WHERE zone = ${zone} AND merged_into IS NOT NULL
          UNION ALL SELECT code, doc->>'into' FROM board.fact
          WHERE zone = ${zone} AND kind = 'indicator-merge' AND jsonb_exists(doc, 'into')) m), '[]'),
      'reported', coalesce((SELECT jsonb_agg(p.period ORDER BY ${periodEnd('p')}) FROM board.progress p
        WHERE p.zone = ${zone} AND p.subject = ${revised?.subject ?? ''} AND p.region = ${revised?.region ?? ''}
          AND p.year = ${year} AND p.event_id IS NOT NULL), '[]'),
      'duties', coalesce((SELECT jsonb_agg(jsonb_build_object('subject', d.subject, 'region', d.region, 'body', d.body,
          'frequency', d.frequency, 'items', to_jsonb(d.items), 'from', d.holders->-1->'from',
          'servedBy', d.served_by))
        FROM board.duty d WHERE d.zone = ${zone} AND d.year = ${year}), '[]')) AS known
    FROM (SELECT clock() AS now) m`)
  const { now, today, binding, bodies, regions, subjects, lead, merges, duties, reported } = Known.parse(row?.known)
  const leaderOf = leadersOf(new Map(merges.map(({ code, into }) => [code, into])))
  return {
    ...{ ...actor, now, today, reported, lead, bindingSubjects: new Set(binding) },
    bodies: new Map(bodies.map(({ code, ...body }) => [code, body])),
    regions: new Map(regions.map(({ code, ...region }) => [code, region])),
    subjectNames: new Map(subjects.map(({ code, name }) => [code, name])),
    oneOf: new Map(
      subjects.flatMap((subject): [string, string][] => {
        const figure = figureOf(subject, leaderOf)
        return figure === undefined ? [] : [[subject.code, figure]]
      }),
    ),
    releases: new Map(
      subjects.flatMap(({ code, release }): [string, number][] => (release === null ? [] : [[code, release]])),
    ),
    duties: new Map(duties.map(({ subject: of, region, ...duty }): [string, KnownDuty] => [`${of} ${region}`, duty])),
  }
}

/** Subjects a command would put on the list. */
function askedOf(command: ListCommand): string[] {
  if (command.type === 'take-items') return command.contents.map(({ subject }) => subject)
  return 'content' in command ? [command.content.subject] : []
}
