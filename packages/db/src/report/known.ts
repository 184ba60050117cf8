import { z } from 'zod'
import { promisedOf } from '@lianxi/domain/report/promised'
import { thresholdsFor } from '@lianxi/domain/report/thresholds'
import { entryOf } from '@lianxi/domain/report/read-entry'
import type { Filing } from '@lianxi/domain/report/filing'
import type { OnBoard } from '@lianxi/domain/report/state'
import type { ReportKey } from '@lianxi/schema/commands/report'
import { ItemListed } from '@lianxi/schema/events/commitments'
import { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import { ProjectProgressReported, TargetProgressReported } from '@lianxi/schema/events/reports'
import { frequencyOf, yearOf } from '@lianxi/schema/period'
import { type Alongside, type CheckContext, PastFigure } from '@lianxi/schema/views/check-context'
import { Channel } from '@lianxi/schema/vocabulary'
import { type Sql, sql } from '../client'
import { StoredFindings } from '../readers/base/cells'
import { Around, aroundJson, neighboursOf } from './neighbours'
import { servedBy, servedSubjects } from '../readers/duty/served'
import { channelOf, currentReport, dutyBody, firstItem, iso, periodEnd, progressTable } from '../readers/base/parts'

const Verdict = z.object({ verdict: z.string(), reason: z.string().nullable(), by: z.string() })
const BoardReport = z.object({
  eventId: z.string(),
  occurredAt: z.string(),
  confirmed: z.boolean(),
  verdict: Verdict.nullable(),
  objections: z.array(z.string()),
  findings: StoredFindings,
  data: z.union([TargetProgressReported, ProjectProgressReported]),
})
const known = {
  now: z.string(),
  item: ItemListed.nullable(),
  duty: z.object({ body: z.string(), channel: Channel }).nullable(),
  window: z.object({ opensAt: z.string(), closesAt: z.string(), closed: z.boolean() }).nullable(),
  board: BoardReport.nullable(),
  /** What the region's topic says of other periods; a verdict on it is another voice and does not unsay it. */
  history: z.array(PastFigure),
  /** Subject whose report serves this one; null: it is reported itself. */
  servedBy: z.object({ subject: z.string(), name: z.string() }).nullable(),
  /** Subjects its report is said of too. */
  serves: z.array(z.string()),
  around: Around,
  ruleSets: z.array(RuleSetAdopted.pick({ version: true, effectiveFrom: true, checks: true })),
}
const Known = z.discriminatedUnion('kind', [
  z.object({ ...known, kind: z.literal('target'), doc: TargetListed }),
  z.object({ ...known, kind: z.literal('project'), doc: ProjectListed }),
])
export type Known = z.infer<typeof Known>

/** The key as the row `knownJson` starts from. */
export const keyRow = ({ zone, subject, region, period }: ReportKey): Sql =>
  sql`SELECT ${zone} AS zone, ${subject} AS subject, ${region} AS region, ${period} AS period,
    ${yearOf(period)}::int AS year, ${frequencyOf(period)} AS frequency`

/** The same from a report row `r` of an outer query. */
export const reportRow: Sql = sql`SELECT r.zone, r.subject, r.region, r.period, left(r.period, 4)::int AS year,
  CASE WHEN r.period LIKE '%H%' THEN 'half' WHEN r.period LIKE '%Q%' THEN 'quarter' WHEN r.period LIKE '%-%' THEN 'month'
    ELSE 'year' END AS frequency`

/** All that is known of a filing besides its office's own row: duty, window, what stands on the board, history. */
export const knownJson = (key: Sql): Sql => sql`
  (SELECT jsonb_build_object('now', ${iso('m.now')}, 'kind', s.kind, 'doc', s.doc, 'item', i.doc,
    'duty', (SELECT jsonb_build_object('body', h.body,
        'channel', ${channelOf(sql`d.zone`, sql`h.body`, sql`s.kind`)})
      FROM board.duty d, LATERAL (SELECT ${dutyBody('d', sql`k.period`)} AS body) h
      WHERE h.body IS NOT NULL AND d.zone = s.zone AND d.subject = s.code AND d.region = k.region AND d.year = k.year
        AND d.frequency = k.frequency),
    'servedBy', (SELECT jsonb_build_object('subject', o.code, 'name', o.name) FROM board.subject o
      WHERE o.zone = s.zone AND o.code = ${servedBy('k')}),
    'serves', ${servedSubjects('k')},
    'window', (SELECT jsonb_build_object('opensAt', ${iso('w.opens_at')}, 'closesAt', ${iso('w.closes_at')},
      'closed', w.closed) FROM board.period w
      WHERE w.zone = s.zone AND w.period = k.period AND w.opens_at IS NOT NULL AND w.closes_at IS NOT NULL),
    'board', (SELECT jsonb_build_object('eventId', e.event_id, 'occurredAt', ${iso('e.occurred_at')}, 'data', e.data,
        'confirmed', p.confirmed, 'verdict', p.verdict_state->(p.event_id::text), 'objections', p.objections, 'findings', p.findings)
      FROM ${progressTable} p ${currentReport('p', 'e')}
      WHERE p.zone = s.zone AND p.subject = s.code AND p.region = k.region AND p.period = k.period
        AND e.event_id IS NOT NULL),
    'history', coalesce((SELECT jsonb_agg(jsonb_build_object('period', q.period, 'value', trim_scale(q.value)::text,
        'stage', q.stage, 'investedYearWan', q.invested_year_wan, 'investedTotalWan', q.invested_total_wan,
        'progressPercent', trim_scale(q.progress_percent)::text) ORDER BY ${periodEnd('q')})
      FROM ${progressTable} q
      WHERE q.zone = s.zone AND q.subject = s.code AND q.region = k.region AND q.period <> k.period
        AND q.kind = s.kind AND (q.value IS NOT NULL OR q.stage IS NOT NULL)), '[]'),
    'around', ${aroundJson},
    'ruleSets', coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('version', f.doc->'version',
        'effectiveFrom', f.doc->'effectiveFrom', 'checks', f.doc->'checks')))
      FROM board.fact f WHERE f.zone = s.zone AND f.kind = 'rule-set'), '[]'))
  FROM (${key}) k
  JOIN board.subject s ON s.zone = k.zone AND s.code = k.subject
  CROSS JOIN (SELECT clock() AS now) m
  ${firstItem('k', 'i', sql`k.year`)})`

export const parseKnown = (stored: unknown): Known | undefined => (stored === null ? undefined : Known.parse(stored))

export function filingOf(key: ReportKey, known: Known, actorBodies: string[]): Filing {
  const { zone, subject, region, period } = key
  return {
    ...{ zone, subject, region, period },
    kind: known.kind,
    dutyBody: known.duty?.body ?? null,
    servedBy: known.servedBy,
    actorBodies,
    window: known.window,
    channel: known.duty?.channel ?? 'web',
    confirmed: known.board?.confirmed ?? false,
  }
}

type Checked = { correction: boolean; served: readonly { known: Known }[] }

/** `correction`: a revision of this period was published before; `served`: what is known of the subjects it serves. */
export function checkContextOf(
  { subject, region, period }: ReportKey,
  known: Known,
  { correction, served }: Checked,
): CheckContext {
  const { kind, ...promised } = promisedOf(known, region, known.item)
  const investmentWan = known.kind === 'project' ? known.doc.investmentWan : null
  const neighbours = neighboursOf({ subject, region, kind, investmentWan, serves: known.serves }, known.around)
  const thresholds = thresholdsFor(period, known.ruleSets)
  const alongside = served.map((other) => alongsideOf(other.known, region))
  return {
    ...{ period, saidAt: known.now, correction, ...promised, history: known.history, thresholds, neighbours },
    ...(alongside.length > 0 && { alongside }),
  }
}

function alongsideOf(known: Known, region: string): Alongside {
  const { kind: _kind, ...promised } = promisedOf(known, region, known.item)
  return { subject: known.doc.code, name: known.doc.name, ...promised, history: known.history }
}

/** What stands on the board, as the domain's initial state wants it. */
export function onBoardOf(known: Known): OnBoard | null {
  if (known.board === null) return null
  const { eventId, occurredAt, data, verdict } = known.board
  const entry =
    'value' in data.content
      ? entryOf({ kind: 'target', content: data.content })
      : entryOf({ kind: 'project', content: data.content })
  const returned = verdict?.verdict === 'returned' ? { reason: verdict.reason ?? '', by: verdict.by } : null
  return { eventId, revision: data.revision, at: occurredAt, entry, returned }
}

/** Whose report it is: the duty's, else of who reported it. */
export function bodyOf(known: Known): string {
  const body = known.duty?.body ?? known.board?.data.body
  if (body === undefined) throw new Error('a decision about a report nobody has a duty for')
  return body
}
