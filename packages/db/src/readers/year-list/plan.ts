import { besideOf } from '@lianxi/domain/year-list/item-doubts'
import type { YearList } from '@lianxi/domain/year-list/state'
import { isDecision } from '@lianxi/domain/plan/decision'
import { MOST_ITEMS } from '@lianxi/schema/commands/year-list'
import type { PlanListed } from '@lianxi/schema/events/facts'
import type { ListPlan, ListPlanRow } from '@lianxi/schema/views/year-list'
import { readAcceptedBaselines } from '../../baseline/known'
import { type Database, type Reading, sql } from '../../client'
import { suggestItem } from './suggestion'
import { bodyName, readReference, type Reference, regionName, reportingRegions, zoneName } from '../base/reference'
import { promiseOf, sourceText, Subject } from './one'

type Asked = { plan: string | null; field: string | null; region: string | null }

/**
 * An issued plan laid out for a list: every subject that can be reported, once a region, unless it is on the list
 * already. What a plan promises for the whole zone stands once for each region that answers for it (分解).
 */
export async function readListPlan(db: Database, list: YearList, asked: Asked): Promise<ListPlan> {
  const { zone, code, name, year, version } = list
  const [reference, accepted] = await Promise.all([readReference(db, zone), readAcceptedBaselines(db, zone)])
  const plans = plansFor(reference, list)
  const plan = plans.find((one) => one.code === asked.plan) ?? plans[0]
  const subjects = plan === undefined ? [] : await readSubjectsOf(db, zone, plan)
  const taken = new Set(list.items.map(({ content }) => `${content.subject} ${content.region}`))
  const all = subjects
    .flatMap((subject) => regionsOf(reference, subject, list).map((region) => ({ subject, region })))
    .filter(({ subject, region }) => !taken.has(`${subject.code} ${region}`))
  const shown = all.filter(
    ({ subject, region }) =>
      (asked.field === null || subject.doc.domain === asked.field) && (asked.region ?? region) === region,
  )
  return {
    ...{ zone: zoneName(reference), list: { code, name, year, version }, plan: plan?.code ?? null },
    plans: plans.map(({ code: of, name: title }) => ({ code: of, name: title })),
    fields: counted(all.map(({ subject }) => subject.doc.domain)).map(([field, count]) => ({ field, count })),
    regions: counted(all.map(({ region }) => region)).map(([region, count]) => ({
      ...{ region: regionName(reference, region), count },
    })),
    rows: shown
      .slice(0, MOST_ITEMS)
      .map(({ subject, region }) => rowOf(reference, subject, { region, year }, accepted)),
    more: Math.max(0, shown.length - MOST_ITEMS),
  }
}

/** Issued plans the list can draw on; those whose period holds the list's year first, the latest before others. */
function plansFor(reference: Reference, { region, year }: YearList): PlanListed[] {
  const holds = ({ periodStart, periodEnd }: PlanListed) => periodStart <= year && year <= periodEnd
  return [...reference.plans.values()]
    .filter((plan) => plan.status === 'issued' && (region === null || plan.region === null || plan.region === region))
    .sort((a, b) => Number(holds(b)) - Number(holds(a)) || b.periodStart - a.periodStart || (a.code < b.code ? -1 : 1))
}

/** In the order of the plan's text. Of a decision also what is only done or not (定性): that is what it mostly asks. */
async function readSubjectsOf(db: Reading, zone: string, plan: PlanListed): Promise<Subject[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('kind', s.kind, 'code', s.code, 'doc', s.doc) AS row FROM board.subject s
    WHERE s.zone = ${zone} AND s.plan = ${plan.code} AND (s.kind = 'project' OR (s.doc->>'reportable')::boolean
        OR (${isDecision(plan)} AND s.doc->>'basis' = 'flag'))
    ORDER BY (s.doc->'source'->>'line')::int NULLS LAST, s.doc->>'domain', s.name COLLATE zh, s.code`)
  return rows.map(({ row }) => Subject.parse(row))
}

/** The regions a list can ask for it: those the plan names that report, and for the whole zone all that answer for it. */
function regionsOf(reference: Reference, { kind, doc }: Subject, { region: owner }: YearList): string[] {
  const named = kind === 'target' ? [doc.region] : doc.regions
  const spread = named.flatMap((code) => (code === reference.zone.code ? reference.zone.responsibleRegions : [code]))
  const reporting = new Set(reportingRegions(reference).map(({ code }) => code))
  return [...new Set(spread)].filter((code) => reporting.has(code) && (owner === null || code === owner))
}

const counted = <Word>(words: readonly Word[]): [Word, number][] => {
  const counts = new Map<Word, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
}

const pointOf = (point: { year: number; value: string } | undefined): ListPlanRow['beside'] =>
  point === undefined ? null : { year: point.year, value: point.value }

function rowOf(
  reference: Reference,
  subject: Subject,
  at: { region: string; year: number },
  accepted: Parameters<typeof suggestItem>[3],
): ListPlanRow {
  const { suggestion, arithmetic } = suggestItem(reference, subject, at, accepted)
  const { code, kind, doc } = subject
  const value = suggestion?.target?.yearValue ?? null
  const planWan = suggestion?.project?.planWan ?? null
  return {
    ...{ subject: code, kind, name: doc.name, field: doc.domain, unit: kind === 'target' ? doc.unit : '万元' },
    ...{
      region: regionName(reference, at.region),
      promise: promiseOf(reference, subject, at.region),
      source: sourceText(reference, subject),
    },
    body: suggestion === null ? null : bodyName(reference, suggestion.body),
    frequency: suggestion?.frequency ?? null,
    figure: { value: value?.value ?? null, planWan },
    beside: pointOf(suggestion?.target ? besideOf(suggestion.target, at.year) : undefined),
    totalWan: suggestion?.project?.totalWan ?? null,
    qualitative: subject.kind === 'target' && subject.doc.basis === 'flag',
    origin: value?.origin ?? (planWan === null ? null : 'plan'),
    arithmetic,
  }
}
