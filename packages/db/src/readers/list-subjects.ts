import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { ListSubject } from '@lianxi/schema/views/year-list'
import { type Database, sql } from '../client'
import type { YearList } from '@lianxi/domain/year-list/state'
import { likePattern } from './parts'
import { readReference, type Reference } from './reference'
import { promiseOf, sourceText, Subject } from './year-list'

const MOST = 20

/**
 * What the issued plans promise, for putting it on a list: by name, code or plan, best match first. Reportable targets
 * and projects only; a draft plan binds nobody.
 */
export async function readListSubjects(
  db: Database,
  { zone, region, year }: Pick<YearList, 'zone' | 'region' | 'year'>,
  q: string,
): Promise<ListSubject[]> {
  const part = likePattern(q.trim())
  const [reference, rows] = await Promise.all([
    readReference(db, zone),
    db.$queryRaw<{ row: unknown }[]>(sql`
      SELECT jsonb_build_object('kind', s.kind, 'code', s.code, 'doc', s.doc) AS row
      FROM board.subject s JOIN board.fact p ON p.zone = s.zone AND p.kind = 'plan' AND p.code = s.plan
      WHERE s.zone = ${zone} AND p.doc->>'status' = 'issued'
        AND (s.kind = 'project' OR (s.doc->>'reportable')::boolean)
        AND (${region}::text IS NULL OR s.doc->>'region' = ${region} OR jsonb_exists(s.doc->'regions', ${region ?? ''}))
        AND (s.name ILIKE ${part} OR s.code ILIKE ${part} OR p.doc->>'name' ILIKE ${part})
      ORDER BY s.name ILIKE ${part} DESC, length(s.name), s.name COLLATE zh, s.code LIMIT ${MOST}`),
  ])
  return rows.map(({ row }) => subjectOf(reference, Subject.parse(row), { region, year }))
}

type For = { region: string | null; year: number }

function subjectOf(reference: Reference, subject: Subject, to: For): ListSubject {
  const { kind, code, doc } = subject
  return {
    ...{ kind, code, name: doc.name, domain: doc.domain, unit: kind === 'target' ? subject.doc.unit : null },
    promise: promiseOf(subject),
    source: sourceText(reference, subject),
    regions: kind === 'target' ? [subject.doc.region] : subject.doc.regions,
    suggestion: suggest(reference, subject, to),
  }
}

/** An item filled in from the plan: nothing invented, what the plan does not say stays empty. */
function suggest(reference: Reference, subject: Subject, { region: owner, year }: For): ItemContent | null {
  const named = subject.kind === 'target' ? [subject.doc.region] : subject.doc.regions
  const region = owner ?? named.find((code) => !code.startsWith('Z-')) ?? reference.zone.responsibleRegions[0]
  const office = [...reference.bodies.values()].find(
    (body) => body.region === region && body.kind === 'coordinating-office',
  )
  if (region === undefined || office === undefined) return null
  const { code, doc } = subject
  return {
    ...{ subject: code, kind: subject.kind, region, attribute: 'expected', visibility: doc.visibility },
    ...{ body: office.code, leadBody: office.code, coBodies: [], leader: '', person: '', measures: '' },
    ...{ deadline: `${year}-12-31`, frequency: frequencyOf(subject) },
    target: subject.kind === 'target' ? targetOf(subject.doc, year) : null,
    project: subject.kind === 'project' ? projectOf(subject.doc) : null,
  }
}

const frequencyOf = (subject: Subject): ItemContent['frequency'] =>
  subject.kind === 'project' ? 'month' : (subject.doc.frequency ?? 'quarter')

function targetOf({ value, targetYear, baseline, standing }: TargetListed, year: number): ItemContent['target'] {
  const stated = value === null ? null : { year: targetYear, value, origin: 'plan' as const }
  const holds = stated !== null && (standing || targetYear === year)
  return {
    baseline: baseline === null ? null : { year: baseline.year, value: baseline.value, origin: 'plan' },
    yearValue: holds ? { ...stated, year } : null,
    path: stated === null ? [] : [stated],
  }
}

const projectOf = ({ investmentWan }: ProjectListed): ItemContent['project'] => ({
  ...{ planWan: null, totalWan: investmentWan, origin: 'plan', monthlyPercent: null, milestones: [] },
  sharePercent: null,
})
