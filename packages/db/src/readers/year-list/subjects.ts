import type { ListSubject } from '@lianxi/schema/views/year-list'
import { readAcceptedBaselines } from '../../baseline/known'
import { type Database, sql } from '../../client'
import type { YearList } from '@lianxi/domain/year-list/state'
import { suggestItem } from './suggestion'
import { findsAllIn } from '../base/parts'
import { readReference, type Reference } from '../base/reference'
import { promiseOf, sourceText, Subject } from './one'

const MOST = 20

/**
 * What the issued plans promise, for putting it on a list: by name, code or plan, best match first. Targets that can be
 * reported by a figure, by a day or against another series, and projects; a draft plan binds nobody.
 */
export async function readListSubjects(
  db: Database,
  { zone, region, year }: Pick<YearList, 'zone' | 'region' | 'year'>,
  q: string,
): Promise<ListSubject[]> {
  const [reference, accepted, rows] = await Promise.all([
    readReference(db, zone),
    readAcceptedBaselines(db, zone),
    db.$queryRaw<{ row: unknown }[]>(sql`
      SELECT jsonb_build_object('kind', s.kind, 'code', s.code, 'doc', s.doc) AS row
      FROM board.subject s JOIN board.fact p ON p.zone = s.zone AND p.kind = 'plan' AND p.code = s.plan
      WHERE s.zone = ${zone} AND p.doc->>'status' = 'issued'
        AND (s.kind = 'project' OR (s.doc->>'reportable')::boolean OR s.doc->>'basis' = 'flag'
          OR jsonb_exists(s.doc, 'relativeTo'))
        AND (${region}::text IS NULL OR s.doc->>'region' = ${region} OR jsonb_exists(s.doc->'regions', ${region ?? ''}))
        AND ${findsAllIn(q, [sql`s.name`, sql`s.code`, sql`p.doc->>'name'`])}
      ORDER BY ${findsAllIn(q, [sql`s.name`])} DESC, length(s.name), s.name COLLATE zh, s.code LIMIT ${MOST}`),
  ])
  return rows.map(({ row }) => subjectOf(reference, Subject.parse(row), { region, year }, accepted))
}

type For = { region: string | null; year: number }
type Accepted = Awaited<ReturnType<typeof readAcceptedBaselines>>

function subjectOf(reference: Reference, subject: Subject, to: For, accepted: Accepted): ListSubject {
  const { kind, code, doc } = subject
  const region = regionFor(reference, subject, to.region)
  const { suggestion, arithmetic } = suggestItem(reference, subject, { region, year: to.year }, accepted)
  return {
    ...{ kind, code, name: doc.name, domain: doc.domain, unit: kind === 'target' ? subject.doc.unit : null },
    promise: promiseOf(reference, subject, region),
    source: sourceText(reference, subject),
    regions: kind === 'target' ? [subject.doc.region] : subject.doc.regions,
    ...{ suggestion, arithmetic },
  }
}

/** Whose item it would be: the list's region, the first the plan names, else the zone's first responsible one. */
function regionFor(reference: Reference, { kind, doc }: Subject, owner: string | null): string | undefined {
  const named = kind === 'target' ? [doc.region] : doc.regions
  return owner ?? named.find((code) => !code.startsWith('Z-')) ?? reference.zone.responsibleRegions[0]
}
