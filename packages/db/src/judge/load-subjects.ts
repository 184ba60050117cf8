import type { CellSaid } from '@lianxi/domain/judge/cell-said'
import type { Listed } from '@lianxi/domain/judge/judge-cell'
import type { OtherSeries, ShareSeries } from '@lianxi/domain/judge/other-series'
import { ItemListed } from '@lianxi/schema/events/commitments'
import { PlanListed, ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import { ObjectionAnswered, StatusObjected, StatusOverridden } from '@lianxi/schema/events/statuses'
import { Frequency } from '@lianxi/schema/period'
import { AskedValue, FilingState, Stage, SubjectKind } from '@lianxi/schema/vocabulary'
import type { ClientBase } from 'pg'
import { z } from 'zod'
import { COMPARED, Compared, comparedOf, SHARE, Share, shareOf } from './load-series'
import type { SubjectKey } from './queue'

/** A cell of the board as the judge reads it. */
export type JudgedCell = CellSaid & {
  region: string
  kind: SubjectKind
  year: number
  frequency: Frequency
  eventId: string | null
  due: boolean
}
/** Everything the statuses of one subject rest on. */
export type JudgedSubject = SubjectKey & {
  listed: Listed | undefined
  plan: PlanListed | undefined
  /** In the order in which a year's lists ask. */
  items: ItemListed[]
  cells: JudgedCell[]
  /** What regions stated of it and the secretariat accepted. */
  accepted: z.infer<typeof Accepted>[]
  /** The series it is compared with. */
  compared: OtherSeries
  /** What its share is worked out from; null: what is reported is judged. */
  share: ShareSeries | null
  /** What people say of its statuses (ADR 36). */
  overrides: z.infer<typeof Override>[]
  objections: z.infer<typeof Objection>[]
}

const SUBJECTS = `
  SELECT k.zone, k.subject, s.kind, s.doc, p.doc AS plan,
    (SELECT jsonb_agg(i.doc ORDER BY i.position, i.code) FROM item i WHERE i.zone = k.zone AND i.subject = k.subject) AS items,
    (SELECT jsonb_agg(jsonb_build_object('region', c.region, 'period', c.period, 'kind', c.kind, 'year', c.year,
       'frequency', c.frequency, 'state', c.state, 'nil', c.nil, 'value', trim_scale(c.value)::text, 'stage', c.stage,
       'investedYearWan', c.invested_year_wan, 'progressPercent', trim_scale(c.progress_percent)::text,
       'eventId', c.event_id, 'due', coalesce(r.fell_due, false) AND c.state <> 'pending',
       'milestones', coalesce(e.data->'content'->'milestones', '[]'),
       'done', CASE WHEN c.kind = 'target' AND e.event_id IS NOT NULL THEN jsonb_build_object(
         'said', jsonb_exists(e.data->'content', 'doneOn'), 'on', e.data->'content'->'doneOn',
         'evidence', jsonb_exists(e.data, 'attachments')) END) ORDER BY c.region, c.period)
     FROM progress c
     LEFT JOIN period r ON r.zone = c.zone AND r.period = c.period
     LEFT JOIN ingested_event e ON (c.kind = 'project' OR s.doc->>'basis' = 'flag' OR s.doc->>'comparator' = 'qualitative')
       AND e.event_id = c.event_id AND e.topic = 'lianxi.' || c.region || '.' || c.kind || '.v1'
     WHERE c.zone = k.zone AND c.subject = k.subject) AS cells,
    (SELECT jsonb_agg(jsonb_build_object('region', j.doc->>'region', 'asked', j.doc->>'asked',
       'value', j.doc->>'value', 'year', j.doc->'year') ORDER BY j.code)
     FROM fact j JOIN fact t ON t.zone = j.zone AND t.kind = 'baseline-stated' AND t.code = j.code
       AND t.event_id::text = j.doc->>'statement'
     WHERE j.zone = k.zone AND j.kind = 'baseline-decided' AND j.doc->>'subject' = k.subject
       AND NOT jsonb_exists(j.doc, 'reason')) AS accepted,
    ${COMPARED} AS compared,
    ${SHARE} AS share,
    (SELECT jsonb_agg(o.doc || jsonb_build_object('event', o.code) ORDER BY o.code)
     FROM fact o WHERE o.zone = k.zone AND o.kind = 'status-override' AND o.doc->>'subject' = k.subject
       AND NOT EXISTS (SELECT FROM fact e WHERE e.zone = o.zone AND e.kind = 'status-override-ended' AND e.code = o.code)) AS overrides,
    (SELECT jsonb_agg(o.doc || jsonb_build_object('event', o.event_id, 'answer', a.doc) ORDER BY o.code)
     FROM fact o LEFT JOIN fact a ON a.zone = o.zone AND a.kind = 'status-objection-answered' AND a.code = o.event_id::text
     WHERE o.zone = k.zone AND o.kind = s.kind || '-status-objected' AND o.doc->>'subject' = k.subject
       AND NOT EXISTS (SELECT FROM fact w WHERE w.zone = o.zone AND w.kind = 'objection-withdrawn' AND w.code = o.event_id::text)) AS objections
  FROM unnest($1::text[], $2::text[]) AS k (zone, subject)
  LEFT JOIN subject s ON s.zone = k.zone AND s.code = k.subject
  LEFT JOIN fact p ON p.zone = s.zone AND p.kind = 'plan' AND p.code = s.plan`

const DoneSaid = z.object({ said: z.boolean(), on: z.string().nullable(), evidence: z.boolean() })
const Cell = z.object({
  ...{ region: z.string(), period: z.string(), kind: SubjectKind, year: z.int(), frequency: Frequency },
  ...{ state: FilingState, nil: z.boolean(), value: z.string().nullable(), stage: Stage.nullable() },
  ...{ investedYearWan: z.int().nullable(), progressPercent: z.string().nullable(), eventId: z.string().nullable() },
  due: z.boolean(),
  milestones: z.array(z.object({ name: z.string(), reachedOn: z.string() })),
  done: DoneSaid.nullish().transform((said) => said ?? undefined),
})
const Accepted = z.object({ region: z.string(), asked: AskedValue, value: z.string(), year: z.int() })
const Override = StatusOverridden.extend({ event: z.string() })
const Answer = ObjectionAnswered.pick({ outcome: true, reason: true, person: true, on: true }).strip()
const Objection = StatusObjected.extend({ event: z.string(), answer: Answer.nullable() })
const Row = z.object({
  ...{ zone: z.string(), subject: z.string(), kind: SubjectKind.nullable(), doc: z.unknown() },
  plan: PlanListed.nullable(),
  items: z.array(ItemListed).nullable(),
  cells: z.array(Cell).nullable(),
  accepted: z.array(Accepted).nullable(),
  compared: Compared,
  share: Share,
  overrides: z.array(Override).nullable(),
  objections: z.array(Objection).nullable(),
})

/** `read`: throws where a document is not what this build takes it for; that is one subject's trouble. */
export type LoadedSubject = { key: SubjectKey; read: () => JudgedSubject }

/** Reads a batch of subjects as they stand. What changes meanwhile is news, and will be judged again. */
export async function loadSubjectsInTx(tx: ClientBase, keys: readonly SubjectKey[]): Promise<LoadedSubject[]> {
  return loadSubjects(async (text, parameters) => (await tx.query<StoredSubject>(text, parameters)).rows, keys)
}

type StoredSubject = SubjectKey & Record<string, unknown>
/** Runs a query on either client, with `board` in its search path. */
type Ask = (text: string, parameters: string[][]) => Promise<StoredSubject[]>

export async function loadSubjects(ask: Ask, keys: readonly SubjectKey[]): Promise<LoadedSubject[]> {
  const rows = await ask(SUBJECTS, [keys.map(({ zone }) => zone), keys.map(({ subject }) => subject)])
  return rows.map((stored) => {
    const { zone, subject } = stored
    return { key: { zone, subject }, read: () => subjectOf(stored) }
  })
}

function subjectOf(stored: unknown): JudgedSubject {
  const { zone, subject, kind, doc, plan, items, cells, ...said } = Row.parse(stored)
  return {
    ...{ zone, subject, listed: listedOf(kind, doc), plan: plan ?? undefined, items: items ?? [], cells: cells ?? [] },
    ...{ accepted: said.accepted ?? [], compared: comparedOf(said.compared), share: shareOf(said.share) },
    ...{ overrides: said.overrides ?? [], objections: said.objections ?? [] },
  }
}

function listedOf(kind: SubjectKind | null, doc: unknown): Listed | undefined {
  if (kind === null) return undefined
  return kind === 'target' ? { kind, doc: TargetListed.parse(doc) } : { kind, doc: ProjectListed.parse(doc) }
}

/** The rule sets each zone adopted. */
export async function loadRuleSetsInTx(
  tx: ClientBase,
  zones: readonly string[],
): Promise<Map<string, RuleSetAdopted[]>> {
  const { rows } = await tx.query<{ zone: string; doc: unknown }>(
    `SELECT zone, doc FROM fact WHERE kind = 'rule-set' AND zone = ANY ($1)`,
    [zones],
  )
  const found = new Map<string, RuleSetAdopted[]>()
  for (const { zone, doc } of rows) found.set(zone, [...(found.get(zone) ?? []), RuleSetAdopted.parse(doc)])
  return found
}
