import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { ListSubject } from '@lianxi/schema/views/year-list'
import { suggestYear } from '@lianxi/domain/year-list/suggest-year'
import { readAcceptedBaselines } from '../baseline/known'
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
  const [reference, accepted, rows] = await Promise.all([
    readReference(db, zone),
    readAcceptedBaselines(db, zone),
    db.$queryRaw<{ row: unknown }[]>(sql`
      SELECT jsonb_build_object('kind', s.kind, 'code', s.code, 'doc', s.doc) AS row
      FROM board.subject s JOIN board.fact p ON p.zone = s.zone AND p.kind = 'plan' AND p.code = s.plan
      WHERE s.zone = ${zone} AND p.doc->>'status' = 'issued'
        AND (s.kind = 'project' OR (s.doc->>'reportable')::boolean)
        AND (${region}::text IS NULL OR s.doc->>'region' = ${region} OR jsonb_exists(s.doc->'regions', ${region ?? ''}))
        AND (s.name ILIKE ${part} OR s.code ILIKE ${part} OR p.doc->>'name' ILIKE ${part})
      ORDER BY s.name ILIKE ${part} DESC, length(s.name), s.name COLLATE zh, s.code LIMIT ${MOST}`),
  ])
  return rows.map(({ row }) => subjectOf(reference, Subject.parse(row), { region, year }, accepted))
}

type For = { region: string | null; year: number }
type Accepted = Awaited<ReturnType<typeof readAcceptedBaselines>>

function subjectOf(reference: Reference, subject: Subject, to: For, accepted: Accepted): ListSubject {
  const { kind, code, doc } = subject
  const { suggestion, arithmetic } = suggest(reference, subject, to, accepted) ?? NOTHING
  return {
    ...{ kind, code, name: doc.name, domain: doc.domain, unit: kind === 'target' ? subject.doc.unit : null },
    promise: promiseOf(subject),
    source: sourceText(reference, subject),
    regions: kind === 'target' ? [subject.doc.region] : subject.doc.regions,
    ...{ suggestion, arithmetic },
  }
}

type Suggested = { suggestion: ItemContent | null; arithmetic: string | null }
const NOTHING: Suggested = { suggestion: null, arithmetic: null }

/** An item filled in from the plan: nothing invented, what the plan does not say stays empty. */
function suggest(
  reference: Reference,
  subject: Subject,
  { region: owner, year }: For,
  accepted: Accepted,
): Suggested | undefined {
  const named = subject.kind === 'target' ? [subject.doc.region] : subject.doc.regions
  const region = owner ?? named.find((code) => !code.startsWith('Z-')) ?? reference.zone.responsibleRegions[0]
  const office = [...reference.bodies.values()].find(
    (body) => body.region === region && body.kind === 'coordinating-office',
  )
  if (region === undefined || office === undefined) return undefined
  const { code, doc } = subject
  const target =
    subject.kind === 'target' ? targetOf(subject.doc, { region, year }, accepted.get(`${code}:${region}`)) : null
  const suggestion: ItemContent = {
    ...{ subject: code, kind: subject.kind, region, attribute: 'expected', visibility: doc.visibility },
    ...{ body: office.code, leadBody: office.code, coBodies: [], leader: '', person: '', measures: '' },
    ...{ deadline: `${year}-12-31`, frequency: frequencyOf(subject) },
    target: target?.values ?? null,
    project: subject.kind === 'project' ? projectOf(subject.doc, { region, year }) : null,
  }
  return { suggestion, arithmetic: target?.arithmetic ?? null }
}

const frequencyOf = (subject: Subject): ItemContent['frequency'] =>
  subject.kind === 'project' ? 'month' : (subject.doc.frequency ?? 'quarter')

type At = { region: string; year: number }

/** The plan's values; the year's is the plan's own or derived, a baseline the plan does not give the one that was accepted. */
function targetOf(
  target: TargetListed,
  { region, year }: At,
  stated: { value: string; year: number } | undefined,
): { values: ItemContent['target']; arithmetic: string | null } {
  const { value, targetYear, baseline, yearly = [] } = target
  const planned = baseline === null ? null : { year: baseline.year, value: baseline.value, origin: 'plan' as const }
  const known = planned ?? (stated === undefined ? null : { ...pointOf(stated), origin: 'stated' as const })
  const path = [...yearly, ...(value === null ? [] : [{ year: targetYear, value }])]
    .map((point) => ({ ...point, origin: 'plan' as const }))
    .filter((point, at, all) => all.findIndex((one) => one.year === point.year) === at)
  // Of a zone's value only what holds for every year of every region can be suggested to one of them.
  const own = target.region === region || target.standing || targetYear === year
  const { arithmetic = null, ...yearValue } = (own ? suggestYear(target, known, year) : null) ?? { value: null }
  return {
    values: { baseline: known, yearValue: yearValue.value === null ? null : yearValue, path },
    arithmetic,
  }
}

const pointOf = ({ value, year }: { value: string; year: number }) => ({ value, year })

function projectOf({ investmentWan, yearly = [], parts = [] }: ProjectListed, at: At): ItemContent['project'] {
  const share = Number(parts.find(({ region }) => region === at.region)?.sharePercent ?? Number.NaN)
  return {
    planWan: yearly.find(({ year }) => year === at.year)?.planWan ?? null,
    ...{ totalWan: investmentWan, origin: 'plan', monthlyPercent: null, milestones: [] },
    // Items carry whole shares; another one is left to the drafter.
    sharePercent: Number.isInteger(share) ? share : null,
  }
}
