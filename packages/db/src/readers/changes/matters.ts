import { type Matter, matterChanges, standingOf } from '@lianxi/domain/matter/standing'
import { objectionOutcome } from '@lianxi/schema/status-vocabulary'
import type { ChangeLine } from '@lianxi/schema/views/changes'
import { ObjectionMark } from '@lianxi/schema/views/status'
import { matterKind, MatterKind, SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Sql, sql } from '../../client'
import type { Board } from '../board'
import { type Between, spokenOf, statusAt } from './cells'
import { lineInWords } from './line'
import { currentReport, iso, periodEnd, saysTrouble, subjectOf } from '../parts'
import { regionName } from '../reference'

const About = z.object({
  ...{ subject: z.string(), kind: SubjectKind, name: z.string(), field: WorkField.nullable() },
  ...{ region: z.string(), period: z.string(), at: z.string() },
})
const line = (
  { reference }: Between,
  opened: boolean,
  { region, period, ...about }: z.infer<typeof About>,
  note: string,
): ChangeLine => ({
  ...lineInWords([opened ? 'matter-opened' : 'matter-closed'], about, note),
  ...{ region: regionName(reference, region), period },
})

const Said = z.array(
  z.object({
    ...{ period: z.string(), nil: z.boolean(), problems: z.string() },
    matters: z.array(z.object({ kind: MatterKind, text: z.string() })),
  }),
)
const SaidRow = z.object({ subject: z.string(), region: z.string(), before: Said.nullable(), after: Said.nullable() })
const AboutRow = About.omit({ period: true })

/**
 * What a region said of a subject until a moment, oldest first, from the last report on that does not say 本期无变化:
 * nothing before it stands any more. A returned report says it still, it is only in doubt.
 */
const saidAt = ({ reference }: Between, board: Board): Sql => sql`(
  SELECT jsonb_agg(jsonb_build_object('period', p.period, 'nil', p.nil,
    'problems', coalesce(e.data->'content'->>'problems', ''), 'matters', coalesce(e.data->'content'->'matters', '[]'))
    ORDER BY p.ends, p.period)
  FROM (
    SELECT c.*, max(c.ends) FILTER (WHERE NOT c.nil) OVER () AS spoke FROM (
      SELECT p.period, p.nil, p.event_id, p.region, p.kind, ${periodEnd('p')} AS ends FROM ${board.progress} p
      WHERE p.zone = ${reference.zone.code} AND p.subject = k.subject AND p.region = k.region
        AND p.state IN ('reported', 'returned', 'waiting')) c) p
  ${currentReport('p', 'e')}
  WHERE p.ends >= coalesce(p.spoke, 0))`

/** Problems and 需协调事项 that regions came to say meanwhile, or say no more. */
async function readSaidMatters(between: Between): Promise<ChangeLine[]> {
  const { db, from, to } = between
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    WITH t AS (${spokenOf(between)}),
    k AS (SELECT subject, region FROM (SELECT DISTINCT subject, region FROM t) t WHERE EXISTS (
      SELECT FROM ingested_event e WHERE e.subject = t.subject AND e.region = t.region AND ${saysTrouble('e')}))
    SELECT jsonb_build_object('subject', k.subject, 'region', k.region,
      'before', ${saidAt(between, from)}, 'after', ${saidAt(between, to)}) AS row
    FROM k`)
  const changed = rows.flatMap(({ row }) => {
    const { before, after, ...key } = SaidRow.parse(row)
    const [then, now] = [before ?? [], after ?? []]
    const { opened, closed } = matterChanges(standingOf(then), standingOf(now))
    const period = now.at(-1)?.period ?? then.at(-1)?.period ?? ''
    return opened.length + closed.length === 0 ? [] : [{ ...key, period, opened, closed }]
  })
  const abouts = await readAbouts(between, changed)
  return changed.flatMap(({ opened, closed, period, ...key }) => {
    const about = abouts.get(keyOf(key))
    if (about === undefined) return []
    const told = (which: boolean) => (matter: Matter) =>
      line(between, which, { ...about, period }, wordsOf(which, matter))
    return [...opened.map(told(true)), ...closed.map(told(false))]
  })
}

type Key = { subject: string; region: string }
const keyOf = ({ subject, region }: Key): string => `${subject} ${region}`

/** What each of these is, and when its cells were last touched. */
async function readAbouts({ db, reference, to }: Between, keys: readonly Key[]) {
  const zone = reference.zone.code
  const of = (name: keyof Key) => keys.map((key) => key[name])
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', k.subject, 'kind', a.kind, 'name', coalesce(s.name, k.subject),
      'field', s.domain, 'region', k.region, 'at', ${iso('a.at')}) AS row
    FROM unnest(${of('subject')}::text[], ${of('region')}::text[]) AS k (subject, region)
    JOIN LATERAL (SELECT max(p.kind) AS kind, max(p.valid_from) AS at FROM ${to.progress} p
      WHERE p.zone = ${zone} AND p.subject = k.subject AND p.region = k.region) a ON a.kind IS NOT NULL
    ${subjectOf(zone, sql`k.subject`, 's', to)}`)
  return new Map(rows.map(({ row }) => AboutRow.parse(row)).map((about) => [keyOf(about), about]))
}

const wordsOf = (opened: boolean, { what, text }: Matter): string => {
  const named = what === 'problem' ? '存在问题' : `需协调（${matterKind.labels[what]}）`
  return `${opened ? '' : '不再反映：'}${named}：${text}`
}

const StoredObjection = ObjectionMark.omit({ bodyName: true })
const Objected = About.extend({
  ...{ before: StoredObjection.nullable(), after: StoredObjection.nullable(), withdrawn: z.string().nullable() },
})

/** Objections to statuses that came to be unanswered meanwhile, or are so no more. */
async function readObjections(between: Between): Promise<ChangeLine[]> {
  const { db, reference, regions, to, since, until } = between
  const zone = reference.zone.code
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    WITH z AS (SELECT ${zone} AS zone),
    t AS (SELECT DISTINCT f.doc->>'subject' AS subject, f.doc->>'region' AS region, f.doc->>'period' AS period,
        split_part(f.kind, '-', 1) AS kind
      FROM ${to.fact} f
      WHERE f.zone = ${zone} AND f.kind IN ('target-status-objected', 'project-status-objected')
        AND f.doc->>'region' = ANY(${regions}))
    SELECT jsonb_build_object('subject', t.subject, 'kind', coalesce(s.kind, t.kind), 'name', coalesce(s.name, t.subject),
      'field', s.domain, 'region', t.region, 'period', t.period,
      'at', coalesce(${iso('sa.valid_from')}, ${until}), 'before', sb.objection, 'after', sa.objection,
      'withdrawn', w.doc->>'reason') AS row
    FROM t CROSS JOIN z ${statusAt(since, 'sb')} ${statusAt(until, 'sa')}
    LEFT JOIN ${to.fact} w ON w.zone = z.zone AND w.kind = 'objection-withdrawn' AND w.code = sb.objection->>'event'
    ${subjectOf(zone, sql`t.subject`, 's', to)}
    WHERE sa.objection IS DISTINCT FROM sb.objection`)
  return rows.flatMap(({ row }) => {
    const { before, after, withdrawn, ...about } = Objected.parse(row)
    const [then, now] = [before, after].map((one) => (one?.answer === null ? one : null))
    if (then?.event === now?.event) return []
    return [
      ...(now ? [line(between, true, about, `对状态的异议：${now.text}（${now.person}）`)] : []),
      ...(then ? [line(between, false, about, endOf(then, { after, withdrawn }))] : []),
    ]
  })
}

type Stored = z.infer<typeof StoredObjection>

/** How an objection came to be open no more. */
function endOf({ event, text }: Stored, later: { after: Stored | null; withdrawn: string | null }): string {
  const answer = later.after?.event === event ? later.after.answer : null
  if (answer !== null) return `异议已答复（${objectionOutcome.labels[answer.outcome]}）：${answer.reason}`
  if (later.withdrawn !== null) return `异议已撤回：${later.withdrawn}`
  return `异议所指的状态已改变：${text}`
}

/** Matters of single regions that were opened and closed: what they say they cannot solve, and what they object to. */
export async function readMatterChanges(between: Between): Promise<ChangeLine[]> {
  const [said, objected] = await Promise.all([readSaidMatters(between), readObjections(between)])
  return [...said, ...objected]
}
