import { breakdown, load, shares } from '@lianxi/domain/year-list/breakdown'
import { basisText } from '@lianxi/domain/plan/decision'
import { leadersOf } from '@lianxi/domain/project/groups'
import { isEnded } from '@lianxi/domain/year-list/context'
import { figureOf } from '@lianxi/domain/year-list/one-figure'
import { planValueOf } from '@lianxi/domain/year-list/suggest-year'
import type { ListItem, YearList } from '@lianxi/domain/year-list/state'
import { mayDraft, type Viewer } from '@lianxi/domain/year-list/viewer'
import { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'
import { z } from 'zod'
import { type Database, type Reading, sql } from '../../client'
import { findOnBoard } from '../../year-list/board-list'
import { findYearList } from '../../year-list/row'
import { iso } from '../base/parts'
import { projectPromise, targetPromise } from '../base/promise-text'
import {
  bodyName,
  indicatorOf,
  readReference,
  type Reference,
  regionName,
  reportingRegions,
  wholeOf,
  zoneName,
} from '../base/reference'
import type { Sight } from '../moment/frame'
import { readListHandovers } from './handovers'
import { readToday } from '../moment/stream-state'
import { stepText } from './steps'

/** A target or project of a plan, with what the listing event said. */
export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('target'), code: z.string(), doc: TargetListed }),
  z.object({ kind: z.literal('project'), code: z.string(), doc: ProjectListed }),
])
export type Subject = z.infer<typeof Subject>

const Step = z.object({
  item: z.string().nullable(),
  type: z.string(),
  by: z.string(),
  body: z.string(),
  at: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
type Step = z.infer<typeof Step>

/**
 * One list with everything people say about it; undefined where there is none, or it is somebody else's draft. `asOf`:
 * the adopted list as the board had it at that stamp, to be read only. `sight`: whose handovers are in it.
 */
export async function findYearListView(
  db: Database,
  zone: string,
  code: string,
  viewer: Viewer,
  { asOf = null, sight = [] }: { asOf?: string | null; sight?: Sight } = {},
): Promise<YearListView | undefined> {
  const list = asOf === null ? await findYearList(db, zone, code) : await findOnBoard(db, { zone, code }, asOf)
  if (list === undefined) return undefined
  const [reference, subjects, steps, today] = await Promise.all([
    readReference(db, zone),
    readSubjects(
      db,
      zone,
      list.items.map(({ content }) => content.subject),
    ),
    readSteps(db, { zone, code }, asOf),
    readToday(db),
  ])
  const { name, year, version, region, phase, adopted, calendar, wholes } = list
  const drafting = mayDraft(viewer, region, reference.zone.listLead ?? [])
  if (phase === 'draft' && !drafting) return undefined
  return {
    ...{ zone: zoneName(reference), code, name, year, version, phase, adopted, calendar, wholes, today, asOf },
    region: region === null ? null : regionName(reference, region),
    owner: bodyName(reference, list.owner),
    items: list.items.map((item) => itemView(item, { reference, subjects, steps, viewer })),
    ...arithmetic(list, reference, subjects),
    handovers: await readListHandovers({ db, reference, asOf, sight }, list),
    mayDraft: asOf === null && drafting,
    regions: reportingRegions(reference).map((one) => regionName(reference, one.code)),
    bodies: [...reference.bodies.values()].map(({ code: body, name: title, region: of, endedOn = null }) => ({
      ...{ code: body, name: title, region: of, ended: isEnded(endedOn, today) },
    })),
  }
}

export async function readSubjects(db: Reading, zone: string, codes: readonly string[]): Promise<Map<string, Subject>> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('kind', kind, 'code', code, 'doc', doc) AS row FROM board.subject
    WHERE zone = ${zone} AND code = ANY (${[...codes]}::text[])`)
  return new Map(rows.map(({ row }) => Subject.parse(row)).map((subject) => [subject.code, subject]))
}

/** What was said of it; a deleted list that had its code before is another one. */
async function readSteps(
  db: Reading,
  { zone, code }: { zone: string; code: string },
  asOf: string | null,
): Promise<Step[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('item', item, 'type', type, 'by', actor_name, 'body', body, 'at', ${iso('at')},
      'detail', detail) AS row
    FROM year_list_step WHERE zone = ${zone} AND list = ${code} AND (${asOf}::timestamptz IS NULL OR at <= ${asOf}::timestamptz)
      AND id > coalesce((SELECT max(d.id) FROM year_list_step d
        WHERE d.zone = ${zone} AND d.list = ${code} AND d.type = 'deleted'), 0) ORDER BY id`)
  return rows.map(({ row }) => Step.parse(row))
}

/** 第二章 · 专栏1 · 第63行, as every page names a source. */
export function sourceText(reference: Reference, subject: Subject): string {
  const basis = basisOf(reference, subject)
  if (basis !== null) return basis
  const { plan, chapter, box, line } = subject.doc.source
  const parts = [reference.plans.get(plan)?.name ?? plan, chapter, box, line === null ? null : `第${line}行`]
  return parts.filter((part) => part !== null).join(' · ')
}

const basisOf = (reference: Reference, { doc }: Subject): string | null => {
  const document = reference.plans.get(doc.source.plan)
  return document === undefined ? null : basisText(document, doc.source)
}

type Around = { reference: Reference; subjects: Map<string, Subject>; steps: Step[]; viewer: Viewer }

function itemView(item: ListItem, { reference, subjects, steps, viewer }: Around): ListItemView {
  const { code, position, version, content, answer, said, reply, revision } = item
  const subject = subjects.get(content.subject)
  return {
    ...{ code, position, version, content, answer, said, reply, revision },
    name: subject?.doc.name ?? content.subject,
    domain: subject?.doc.domain ?? null,
    unit: subject?.kind === 'target' ? subject.doc.unit : null,
    qualitative: subject?.kind === 'target' && subject.doc.basis === 'flag',
    indicator: subject === undefined ? null : indicatorName(reference, subject),
    planPeriod: subject === undefined ? null : planPeriod(reference, subject),
    planValue: subject === undefined ? null : promiseOf(reference, subject, content.region),
    source: subject === undefined ? '' : sourceText(reference, subject),
    basis: subject === undefined ? null : basisOf(reference, subject),
    region: regionName(reference, content.region),
    body: bodyName(reference, content.body),
    leadBody: bodyName(reference, content.leadBody),
    coBodies: content.coBodies.map((body) => bodyName(reference, body)),
    mine: viewer.regions.includes(content.region),
    steps: steps
      .filter((step) => step.item === code)
      .map(({ type, by, body, at, detail }) => ({
        ...{ type, by, at, body: bodyName(reference, body).name },
        text: stepText(type, detail, (of) => bodyName(reference, of).name),
      })),
  }
}

const indicatorName = (reference: Reference, subject: Subject): string | null =>
  subject.kind === 'target' ? (indicatorOf(reference, subject.doc.indicator)?.name ?? null) : null

function planPeriod(reference: Reference, { doc }: Subject): ListItemView['planPeriod'] {
  const plan = reference.plans.get(doc.plan)
  return plan === undefined ? null : { start: plan.periodStart, end: plan.periodEnd }
}

/** What the plan promises, and whose it is where a list asks another region for its part. */
export const promiseOf = (reference: Reference, subject: Subject, region: string | undefined): string | null => {
  if (subject.kind === 'project') return projectPromise(subject.doc, null)
  const whole = region === undefined ? null : wholeOf(reference, subject.doc, region)
  return targetPromise(subject.doc, null, whole)
}

/** What each target reports, for the gauge: the same of one region is asked for once. */
function figuresOf(targets: readonly TargetListed[], reference: Reference): Map<string, string> {
  const leaderOf = leadersOf(reference.mergedIndicators)
  return new Map(
    targets.flatMap((target): [string, string][] => {
      const prices = target.priceBasis ?? reference.indicators.get(target.indicator ?? '')?.priceBasis ?? null
      const figure = figureOf({ ...target, kind: 'target', prices }, leaderOf)
      return figure === undefined ? [] : [[target.code, figure]]
    }),
  )
}

/** The parts against the whole, shares that do not make 100 %, and what each body will owe. */
function arithmetic(list: YearList, reference: Reference, subjects: Map<string, Subject>) {
  const targets = [...subjects.values()].flatMap((subject) => (subject.kind === 'target' ? [subject.doc] : []))
  const summed = targets.filter(
    ({ region, indicator }) => region.startsWith('Z-') && indicatorOf(reference, indicator)?.aggregate === 'sum',
  )
  const planned = targets.flatMap((target): [string, string][] => {
    const value = planValueOf(target, list.year)
    return value === undefined ? [] : [[target.code, value]]
  })
  const nameOf = (code: string) => subjects.get(code)?.doc.name ?? code
  const rows = breakdown(list, {
    summed: new Set(summed.map(({ code }) => code)),
    planned: new Map(planned),
    parents: new Map([...reference.regions.values()].map(({ code, parent }) => [code, parent])),
    responsible: reference.zone.responsibleRegions,
  })
  return {
    breakdown: rows.map(({ subject, whole, parts, sum, gap, missing }) => ({
      ...{ subject, name: nameOf(subject), unit: targets.find(({ code }) => code === subject)?.unit ?? null },
      ...{ whole, sum, gap, missing: missing.map((code) => regionName(reference, code)) },
      parts: parts.map(({ region, value }) => ({ region: regionName(reference, region), value })),
    })),
    shares: shares(list, reference.regions).map(({ subject, parts, percent }) => ({
      ...{ subject, name: nameOf(subject), percent },
      parts: parts.map(({ region, percent: part }) => ({ region: regionName(reference, region), percent: part })),
    })),
    load: load(list, figuresOf(targets, reference)).map(({ body, perQuarter }) => ({
      body: bodyName(reference, body),
      perQuarter,
    })),
  }
}
