import { z } from 'zod'
import { findLockRefusal } from '@lianxi/domain/report/filing'
import { holdsWork } from '@lianxi/domain/report/held'
import { findsAll, searchWords } from '@lianxi/schema/search-words'
import { Entry } from '@lianxi/schema/commands/entry'
import { ItemListed } from '@lianxi/schema/events/commitments'
import { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { comparePeriods } from '@lianxi/schema/period'
import { LastFigure } from '@lianxi/schema/views/cell'
import type { DueList, DueListInput, DueRow } from '@lianxi/schema/views/office'
import { WorkState } from '@lianxi/schema/work-state'
import type { PeriodView } from '@lianxi/schema/views/common'
import { Channel, DraftState } from '@lianxi/schema/vocabulary'
import { type Database, type Reading, sql } from '../../client'
import { StoredCell } from '../base/cells'
import { readExtensions } from '../duty/extensions'
import {
  cellJson,
  channelOf,
  currentReport,
  figureJson,
  firstItem,
  lastFigure,
  periodEnd,
  progressTable,
  stampText,
} from '../base/parts'
import { endingWith, endOf, pickPeriod, readPeriods } from '../base/periods'
import { projectPromise, targetPromise } from '../base/promise-text'
import { bodyName, provenance, readReference, type Reference, regionName, wholeOf } from '../base/reference'
import { askedItself, servedSubjects } from '../duty/served'
import { readNow, readStreamState } from '../moment/stream-state'

const Row = z.object({
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('target'), doc: TargetListed }),
    z.object({ kind: z.literal('project'), doc: ProjectListed }),
  ]),
  body: z.string().nullable(),
  channel: Channel,
  item: ItemListed.nullable(),
  cell: StoredCell,
  last: LastFigure.nullable(),
  verdict: z.object({ reason: z.string().nullable(), by: z.string() }).nullable(),
  stamp: z.string().nullable(),
  missed: z.array(z.string()),
  serves: z.array(z.object({ subject: z.string(), name: z.string(), plan: z.string() })),
  report: z
    .object({
      state: DraftState,
      version: z.int(),
      revision: z.int(),
      entry: Entry.nullable(),
      authorName: z.string().nullable(),
      returned: z.object({ reason: z.string(), by: z.string() }).nullable(),
      unlocked: z.boolean(),
      publishedEvent: z.string().nullable(),
    })
    .nullable(),
})
type Row = z.infer<typeof Row>

/** What a region's office has to report in a period, in the order of work. */
export async function readDueList(db: Database, input: DueListInput): Promise<DueList> {
  const { zone, region } = input
  const stream = await readStreamState(db, zone)
  const [reference, periods, now] = await Promise.all([readReference(db, zone), readPeriods(db, zone), readNow(db)])
  const period = pickPeriod(periods, input.period, now)
  const [{ rows: listed, bodies }, objected, extensions] = await Promise.all([
    readDueRows(db, { zone, region, period: period.period }, { reference, periods, now }),
    readObjected(db, zone, region),
    readExtensions(db, reference, { regions: [region], periods: endingWith(period.period) }),
  ])
  const all = listed.sort((a, b) => rank(a) - rank(b) || Number(b.overdue) - Number(a.overdue))
  const [body] = bodies
  const plans = new Map(
    all.flatMap(({ source, serves }) => [source, ...serves].map((one) => [one.plan, one.planName] as const)),
  )
  return {
    region: regionName(reference, region),
    body: body === undefined ? null : bodyName(reference, body),
    period,
    periods,
    rows: all.filter((row) => matches(row, input)),
    total: all.length,
    reported: all.filter(({ state }) => state === 'reported' || state === 'publishing').length,
    states: WorkState.options.map((state) => ({ state, count: all.filter((row) => row.state === state).length })),
    plans: [...plans].map(([code, name]) => ({ code, name })),
    ...{ extensions, objected },
    stream,
  }
}

type Around = { reference: Reference; periods: readonly PeriodView[]; now: Date }

/** What a region has to report with a period, in the order of the year's list, and the bodies that have to. */
export async function readDueRows(
  db: Reading,
  { zone, region, period }: { zone: string; region: string; period: string },
  { reference, periods, now }: Around,
): Promise<{ rows: DueRow[]; bodies: Set<string> }> {
  const stored = await readRows(db, zone, region, period)
  const windows = new Map(periods.map((known) => [known.period, known]))
  return {
    rows: stored.map((row) => toRow(reference, row, windows.get(row.cell.period), now)),
    bodies: new Set(stored.flatMap(({ body }) => (body === null ? [] : [body]))),
  }
}

const rank = ({ state }: DueRow): number => WorkState.options.indexOf(state)

function matches(row: DueRow, { show, kind, field, plan, q }: DueListInput): boolean {
  const words = searchWords(q)
  return (
    (show === undefined || row.state === show) &&
    (kind === undefined || row.kind === kind) &&
    (field === undefined || row.field === field) &&
    (plan === undefined || row.source.plan === plan || row.serves.some((also) => also.plan === plan)) &&
    [row, ...row.serves].some((named) => findsAll(words, [named.name, named.subject]))
  )
}

async function readRows(db: Reading, zone: string, region: string, period: string): Promise<Row[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', jsonb_build_object('kind', s.kind, 'doc', s.doc), 'body', p.body,
      'channel', ${channelOf(sql`p.zone`, sql`p.body`, sql`s.kind`)},
      'item', i.doc, 'cell', ${cellJson('p')}, 'last', ${figureJson('last')},
      'verdict', CASE WHEN p.state = 'returned' THEN p.verdict_state->(p.event_id::text) END,
      'stamp', ${stampText('c.stamp')},
      'serves', (SELECT coalesce(jsonb_agg(jsonb_build_object('subject', o.code, 'name', o.name, 'plan', o.plan)
        ORDER BY o.code), '[]') FROM board.subject o WHERE o.zone = p.zone AND ${servedSubjects('p')} @> to_jsonb(o.code)),
      'missed', coalesce((SELECT jsonb_agg(o.period ORDER BY ${periodEnd('o')}) FROM ${progressTable} o
        WHERE o.zone = p.zone AND o.subject = p.subject AND o.region = p.region AND o.state = 'overdue'
          AND ${periodEnd('o')} < ${endOf(period)} AND o.year = p.year), '[]'),
      'report', CASE WHEN r.id IS NULL THEN NULL ELSE jsonb_build_object('state', r.state, 'version', r.version,
        'revision', r.revision, 'entry', r.content, 'authorName', r.author_name, 'unlocked', r.unlocked,
        'returned', CASE WHEN r.returned_reason IS NULL THEN NULL ELSE
          jsonb_build_object('reason', r.returned_reason, 'by', coalesce(r.returned_by, '')) END,
        'publishedEvent', r.published_event) END) AS row
    FROM ${progressTable} p
    JOIN board.subject s ON s.zone = p.zone AND s.code = p.subject
    ${currentReport('p', 'e')}
    LEFT JOIN chunk c ON c.id = e.chunk_id
    LEFT JOIN report r ON r.zone = p.zone AND r.subject = p.subject AND r.region = p.region AND r.period = p.period
    ${firstItem('p', 'i', sql`p.year`)}
    ${lastFigure('p', 'last', sql`${endOf(period)}`)}
    WHERE p.zone = ${zone} AND p.region = ${region} AND p.period = ANY(${endingWith(period)}) AND p.state <> 'waiting'
      AND ${askedItself('p')}
    ORDER BY i.position NULLS LAST, p.subject`)
  return rows.map(({ row }) => Row.parse(row))
}

/** How many reports of the region are objected to, by period, latest first. */
async function readObjected(db: Reading, zone: string, region: string): Promise<DueList['objected']> {
  const rows = await db.$queryRaw<{ period: string; count: number }[]>(sql`
    SELECT p.period, count(*)::int AS count FROM ${progressTable} p
    WHERE p.zone = ${zone} AND p.region = ${region} AND p.objections <> '{}' GROUP BY p.period`)
  return rows.sort((a, b) => comparePeriods(b.period, a.period))
}

/** The office's own row says where it stands; without one the board does (sent directly, restored, seeded). */
function workState({ report, cell }: Row): WorkState {
  if (report === null) return cell.state === 'reported' || cell.state === 'returned' ? cell.state : 'to-fill'
  if (report.state !== 'published') return report.state
  return report.publishedEvent === cell.eventId ? 'reported' : 'publishing'
}

const NO_PROGRESS = { stage: null, progressPercent: null }

function currentOf({ report, cell }: Row): DueRow['current'] {
  const entry = report?.entry ?? null
  if (entry?.kind === 'target') return { value: entry.value, doneOn: entry.doneOn ?? null, ...NO_PROGRESS }
  if (entry?.kind === 'project')
    return { value: null, stage: entry.stage, progressPercent: entry.progressPercent, doneOn: null }
  const { eventId, value, stage, progressPercent } = cell
  return eventId === null ? null : { value, stage, progressPercent, doneOn: null }
}

function toRow(reference: Reference, row: Row, window: PeriodView | undefined, now: Date): DueRow {
  const { subject, item, cell, report, verdict } = row
  const state = workState(row)
  const onBoard = cell.eventId !== null && (report === null || report.publishedEvent === cell.eventId)
  const unlocked = report === null ? cell.state === 'returned' : report.unlocked
  const boardReturn = verdict === null ? null : { reason: verdict.reason ?? '', by: verdict.by }
  const returned = report === null ? boardReturn : report.returned
  return {
    subject: subject.doc.code,
    kind: subject.kind,
    name: subject.doc.name,
    field: subject.doc.domain,
    attribute: item?.attribute ?? null,
    unit: subject.kind === 'target' ? subject.doc.unit : null,
    promise:
      subject.kind === 'target'
        ? targetPromise(subject.doc, item, wholeOf(reference, subject.doc, cell.region))
        : projectPromise(subject.doc, item),
    source: provenance(reference, subject.doc.source),
    crossRegion: subject.kind === 'project' && subject.doc.crossRegion,
    period: cell.period,
    dueAt: cell.dueAt,
    overdue: cell.state === 'overdue',
    missed: row.missed,
    serves: row.serves.map(({ subject: code, name, plan }) => ({
      ...{ subject: code, name, plan, planName: reference.plans.get(plan)?.name ?? plan },
    })),
    state,
    direct: row.channel === 'direct',
    editable: row.channel === 'web' && isOpen(window, unlocked, now),
    version: report?.version ?? 0,
    revision: report?.revision ?? cell.revision ?? 1,
    nil: report?.entry?.nil ?? cell.nil,
    held: report === null ? cell.eventId !== null && !cell.nil : holdsWork(report.entry, row.last?.stage ?? null),
    returned: returned === null ? null : { ...returned, by: bodyName(reference, returned.by).name },
    authorName: report?.authorName ?? null,
    previous: row.last,
    current: currentOf(row),
    onBoardAt: onBoard ? row.stamp : null,
    objections: cell.objections,
    unanswered: cell.unanswered,
  }
}

function isOpen(window: PeriodView | undefined, unlocked: boolean, now: Date): boolean {
  const { opensAt, closesAt, closed } = window ?? { opensAt: null, closesAt: null, closed: false }
  const known = opensAt === null || closesAt === null ? null : { opensAt, closesAt, closed }
  return findLockRefusal({ window: known }, unlocked, now.toISOString()) === undefined
}
