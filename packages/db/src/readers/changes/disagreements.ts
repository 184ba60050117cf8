import { openOnes } from '@lianxi/domain/cross-region/settled'
import { disagreements } from '@lianxi/domain/cross-region/side-by-side'
import type { ChangeLine } from '@lianxi/schema/views/changes'
import { Period } from '@lianxi/schema/period'
import { type Disagreement, disagreement } from '@lianxi/schema/vocabulary'
import { empty, raw, type Sql, sql } from '../../client'
import type { Board } from '../base/board'
import { type Between, type Earlier, spokenOf } from './between'
import { lineInWords } from './line'
import { type PartRow, readPartRows, saidOf } from '../cross-region/parts'
import { iso, periodEnd } from '../base/parts'
import { parentsOf, reportingRegions } from '../base/reference'
import { readSettlements } from '../cross-region/settlements'

/** What regions said of one project for the last period of which at least two of them said something. */
type Compared = {
  rows: [PartRow, ...PartRow[]]
  /** Disagreements, and those of them that nothing which stands is about. */
  disagrees: Disagreement[]
  open: Disagreement[]
}

/** Subjects of which reports or verdicts said something meanwhile, in whatever region. */
const spokenAnywhere = (between: Between): Sql =>
  spokenOf({ ...between, regions: reportingRegions(between.reference).map(({ code }) => code) })

/**
 * Projects of which something was said, settled or asked otherwise meanwhile, in whatever region, and when last.
 * @param spoken subjects and regions of which reports or verdicts said something, as columns of those names
 * @param among these subjects only
 */
async function readTouchedProjects(between: Between, spoken: Sql, among?: string[]): Promise<Map<string, string>> {
  const { db, reference, to, since } = between
  const zone = reference.zone.code
  const only = (subject: Sql) => (among === undefined ? empty : sql`AND ${subject} = ANY(${among})`)
  const later = (alias: string) =>
    sql`${raw(alias)}.zone = ${zone} AND ${raw(alias)}.valid_from > ${since}::timestamptz`
  // Of several regions is what ever was: a report's cell stays, and what the boards say of it is read afterwards.
  const elsewhere = (compared: '<' | '>') => sql`EXISTS (SELECT FROM board.progress p
    WHERE p.zone = ${zone} AND p.subject = t.subject AND p.region ${raw(compared)} t.region)`
  const rows = await db.$queryRaw<{ subject: string; at: string }[]>(sql`
    WITH t AS (
      SELECT subject, max(region) AS region, max(at) AS at FROM (
        SELECT subject, region, NULL::timestamptz AS at FROM (${spoken}) s
        UNION ALL
        SELECT i.subject, i.region, i.valid_from FROM ${to.item} i
        WHERE ${later('i')} AND i.kind = 'project' ${only(sql`i.subject`)}
        UNION ALL
        SELECT f.doc->>'subject', f.doc->'parts'->0->>'region', f.valid_from FROM ${to.fact} f
        WHERE ${later('f')} AND f.kind = 'disagreement-settled' ${only(sql`f.doc->>'subject'`)}) k
      GROUP BY subject)
    SELECT t.subject, ${iso('l.at')} AS at
    FROM (SELECT * FROM t WHERE ${elsewhere('<')} OR ${elsewhere('>')} OFFSET 0) t
    CROSS JOIN LATERAL (SELECT greatest(t.at, max(p.valid_from)) AS at FROM ${to.progress} p
      WHERE p.zone = ${zone} AND p.subject = t.subject AND p.kind = 'project') l
    WHERE l.at IS NOT NULL`)
  return new Map(rows.map(({ subject, at }) => [subject, at]))
}

async function readCompared(
  { db, reference }: Between,
  board: Board,
  subjects: string[],
): Promise<Map<string, Compared>> {
  const zone = reference.zone.code
  const found = await db.$queryRaw<{ subject: string; period: string }[]>(sql`
    SELECT DISTINCT ON (p.subject) p.subject, p.period FROM (
      SELECT p.subject, p.period, p.year, p.frequency FROM ${board.progress} p
      WHERE p.zone = ${zone} AND p.subject = ANY(${subjects}) AND p.kind = 'project'
        AND p.state IN ('reported', 'returned', 'waiting')
      GROUP BY p.subject, p.period, p.year, p.frequency HAVING min(p.region) <> max(p.region)) p
    ORDER BY p.subject, ${periodEnd('p')} DESC, p.period DESC`)
  const periods = [...new Set(found.map(({ period }) => period))]
  const [settlements, ...parts] = await Promise.all([
    readSettlements(db, board, { zone }),
    ...periods.map((period) => {
      const of = found.flatMap((one) => (one.period === period ? [one.subject] : []))
      return readPartRows({ db, board, zone, period: Period.parse(period), subjects: of })
    }),
  ])
  const rowsOf = bySubject(parts.flat())
  const settlementsOf = bySubject(settlements)
  const parents = parentsOf(reference)
  const compared = new Map<string, Compared>()
  for (const { subject, period } of found) {
    const [first, ...rest] = rowsOf(subject).filter((row) => row.period === period)
    if (first === undefined) continue
    const said = [first, ...rest].map(saidOf)
    const disagrees = disagreements(said, parents)
    const open = openOnes(disagrees, settlementsOf(subject), said)
    compared.set(subject, { rows: [first, ...rest], disagrees, open })
  }
  return compared
}

/** Those of a subject, in their order. */
function bySubject<One extends { subject: string }>(all: readonly One[]): (subject: string) => readonly One[] {
  const found = new Map<string, One[]>()
  for (const one of all) {
    const others = found.get(one.subject)
    if (others === undefined) found.set(one.subject, [one])
    else others.push(one)
  }
  return (subject) => found.get(subject) ?? []
}

/**
 * Disagreements between regions that came to be open meanwhile, or are so no more because they agree or it was settled.
 * `earlier`: what had changed by an earlier moment; then only projects that were spoken of since are compared again.
 */
export async function readDisagreementChanges(between: Between, earlier?: Earlier<ChangeLine>): Promise<ChangeLine[]> {
  if (earlier === undefined) return readOf(between, await readTouchedProjects(between, spokenAnywhere(between)))
  const { known, news } = earlier
  const spoken = await between.db.$queryRaw<{ subject: string; region: string }[]>(
    sql`SELECT subject, max(region) AS region FROM (${spokenAnywhere(news)}) s GROUP BY subject`,
  )
  const [subjects, regions] = [spoken.map(({ subject }) => subject), spoken.map(({ region }) => region)]
  const now = sql`SELECT * FROM unnest(${subjects}::text[], ${regions}::text[]) AS k (subject, region)`
  const touchedNow = new Set(subjects)
  return [
    ...known.filter(({ subject }) => !touchedNow.has(subject)),
    ...(await readOf(between, await readTouchedProjects(between, now, subjects))),
  ]
}

async function readOf(between: Between, projects: ReadonlyMap<string, string>): Promise<ChangeLine[]> {
  const { from, to, regions } = between
  if (projects.size === 0) return []
  const subjects = [...projects.keys()]
  const [before, after] = await Promise.all([
    readCompared(between, from, subjects),
    readCompared(between, to, subjects),
  ])
  return [...after].flatMap(([subject, now]) => {
    const [{ name, field, period }] = now.rows
    if (!now.rows.some(({ region }) => regions.includes(region))) return []
    const then = before.get(subject)?.open ?? []
    const about = { subject, kind: 'project' as const, name, field, at: projects.get(subject) ?? '' }
    const told = (kind: 'matter-opened' | 'matter-closed', note: string): ChangeLine => ({
      ...lineInWords([kind], about, note),
      period,
    })
    return [
      ...now.open
        .filter((what) => !then.includes(what))
        .map((what) => told('matter-opened', `各地所报${disagreement.labels[what]}`)),
      ...then
        .filter((what) => !now.open.includes(what))
        .map((what) =>
          told(
            'matter-closed',
            `${disagreement.labels[what]}：${now.disagrees.includes(what) ? '已核定' : '各地所报已一致'}`,
          ),
        ),
    ]
  })
}
