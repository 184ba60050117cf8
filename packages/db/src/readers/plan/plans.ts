import type { Reviser } from '@lianxi/domain/plan-revision/rights'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { grouped, moneyWords, withUnit } from '@lianxi/schema/figure-words'
import type { PlanFound, PlanLine, PlanView, Plans } from '@lianxi/schema/views/plan-import'
import { z } from 'zod'
import { type Database, sql } from '../../client'
import { targetPromise } from '../base/promise-text'
import { SubjectDoc } from './subject-doc'
import { type Sight, visibleRegions } from '../moment/frame'
import { readPlanVersions } from './versions'
import { whereOf } from './where'
import { barOwn, openProposals, planProposals } from './revisions'
import { bySubject, readRevisionsSaid } from './revisions-said'
import { placeName, readReference, type Reference, regionName, zoneName, reportingRegions } from '../base/reference'

const Counted = z.object({ plan: z.string(), targets: z.int(), reportable: z.int(), projects: z.int() })
type Counts = z.infer<typeof Counted>

/** The zone's plans, newest period first; with the files of those regions' imports the viewer may make. */
export async function readPlans(
  db: Database,
  zone: string,
  { owners, sight }: { owners: (string | null)[]; sight: Sight },
): Promise<Plans> {
  const [reference, counts, said, imports] = await Promise.all([
    readReference(db, zone),
    readCounts(db, zone),
    readRevisionsSaid({ db, zone }),
    db.planImport.findMany({
      where: { zone, OR: owners.map((owner) => ({ owner })) },
      select: { id: true, fileName: true, actorName: true, createdAt: true, appliedAt: true, events: true },
      ...{ orderBy: { createdAt: 'desc' }, take: 10 },
    }),
  ])
  const open = openProposals(reference, bySubject(said), visibleRegions(reference, sight))
  const plans = [...reference.plans.keys()].map((code) => ({
    ...lineOf(reference, code, counts),
    proposals: open.filter(({ plan }) => plan === code).length,
  }))
  return {
    zone: zoneName(reference),
    plans: plans.sort((a, b) => (a.period === b.period ? (a.code < b.code ? -1 : 1) : a.period > b.period ? -1 : 1)),
    mayImport: owners.map((owner) => ({ region: owner === null ? null : regionName(reference, owner) })),
    regions: reportingRegions(reference).map(({ code }) => regionName(reference, code)),
    imports: imports.map(({ id, fileName, actorName, createdAt, appliedAt, events }) => ({
      ...{ id, fileName, uploadedBy: actorName, uploadedAt: createdAt.toISOString(), events: events.length },
      appliedAt: appliedAt?.toISOString() ?? null,
    })),
  }
}

async function readCounts(db: Database, zone: string): Promise<Map<string, Counts>> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT plan, count(*) FILTER (WHERE kind = 'target')::int AS targets,
      count(*) FILTER (WHERE kind = 'target' AND (doc->>'reportable')::boolean)::int AS reportable,
      count(*) FILTER (WHERE kind = 'project')::int AS projects
    FROM board.subject WHERE zone = ${zone} GROUP BY plan`)
  return new Map(rows.map((row) => Counted.parse(row)).map((row) => [row.plan, row]))
}

function lineOf(reference: Reference, code: string, counts: Map<string, Counts>): Omit<PlanLine, 'proposals'> {
  const plan = reference.plans.get(code)
  if (plan === undefined) throw new Error(`plan ${code} is not listed`)
  const { name, issuer, documentNumber, issuedOn, periodStart, periodEnd, region, status, kind = 'plan' } = plan
  const { targets = 0, reportable = 0, projects = 0 } = counts.get(code) ?? {}
  return {
    ...{ code, name, issuer, documentNumber, issuedOn, targets, reportable, projects },
    ...{ period: `${periodStart}—${periodEnd}`, draft: status === 'draft', kind },
    region: region === null ? null : regionName(reference, region),
  }
}

/** `person`: who looks; his own proposals are not his to approve. */
type Looking = { sight: Sight; reviser: Reviser; person: string | null }

/** A plan with its versions, what is proposed to be revised, and what it promises in the order of its text. */
export async function findPlanView(
  db: Database,
  zone: string,
  code: string,
  { sight, reviser, person }: Looking,
): Promise<z.infer<typeof PlanFound>> {
  const [reference, counts, said, rows] = await Promise.all([
    readReference(db, zone),
    readCounts(db, zone),
    readRevisionsSaid({ db, zone, plan: code }),
    db.$queryRaw<unknown[]>(sql`
      SELECT kind, doc FROM board.subject WHERE zone = ${zone} AND plan = ${code}
      ORDER BY (doc->'source'->>'line')::int NULLS LAST, code`),
  ])
  if (!reference.plans.has(code)) return null
  const subjects = rows.map((row) => SubjectDoc.parse(row))
  const revisions = bySubject(said)
  const seen = planProposals(reference, revisions, { reviser, regions: visibleRegions(reference, sight) })
  const proposals = person === null ? seen : barOwn(seen, person)
  const open = proposals.filter(({ state }) => state === 'open').length
  return {
    zone: zoneName(reference),
    plan: { ...lineOf(reference, code, counts), proposals: open },
    versions: await readPlanVersions(db, { zone, plan: code, revisions }),
    proposals,
    targets: subjects.flatMap((one) => (one.kind === 'target' ? [targetLine(reference, one.doc)] : [])),
    projects: subjects.flatMap((one) => (one.kind === 'project' ? [projectLine(reference, one.doc)] : [])),
  }
}

type Line = PlanView['targets'][number]

function targetLine(reference: Reference, target: TargetListed): Line {
  const { code, name, domain, region, baseline, basis, source } = target
  // Of a growth rate it is the level the rate starts from, in another unit.
  const unit = basis === 'growth' ? null : target.unit
  return {
    ...{ code, name, domain, places: [placeName(reference, region)], where: whereOf(source) },
    promise: targetPromise(target, null) ?? '定性',
    baseline: baseline === null ? '' : `${baseline.year}年 ${withUnit(grouped(baseline.value), unit)}`,
  }
}

function projectLine(reference: Reference, project: ProjectListed): Line {
  const { code, name, domain, regions, investmentWan, startYear, endYear, plannedOutcome, source } = project
  const years = startYear === null && endYear === null ? null : `${startYear ?? ''}—${endYear ?? ''}`
  const parts = [plannedOutcome, investmentWan === null ? null : `总投资 ${moneyWords(investmentWan)}`, years]
  return {
    ...{ code, name, domain, baseline: '', where: whereOf(source) },
    places: regions.map((region) => placeName(reference, region)),
    promise: parts.filter((part) => part !== null).join('，'),
  }
}
