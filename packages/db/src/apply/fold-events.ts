import type { CellKey } from '@lianxi/domain/board/derive-cell'
import { evolvePeriod } from '@lianxi/domain/board/evolve-period'
import { evolveReport } from '@lianxi/domain/board/evolve-report'
import { evolveVerdict, type VerdictSaid } from '@lianxi/domain/board/evolve-verdict'
import { CellVerdicts, type CellReports, type PeriodState } from '@lianxi/domain/board/sub-state'
import type { ParsedEvent } from '@lianxi/schema/events/parse'
import { frequencyOf, yearOf } from '@lianxi/schema/period'
import type { Topic } from '@lianxi/schema/topics'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import type { ClientBase } from 'pg'
import { readEpochInTx, type Writes } from './board-clock'
import { UnappliableEvent } from './classify-error'
import { byTheRules, deriveCellsInTx } from './derive-cells'
import { dutyRows } from './duty-rows'
import { loadFiguresInTx, seriesOf, writeFiguresInTx } from './figures'
import { foldExtensionsInTx } from './fold-extensions'
import { foldLibraryInTx } from './fold-library'
import { cellKeyOf, loadPeriodsInTx } from './load-cells'
import { collectPlanChanges, type PlanChanges } from './plan-changes'
import { reportOf, sayInOrder } from './reports-in-order'
import { foldStatementsInTx, isStatement } from './statements'
import { foldMeetingFactsInTx, isMeetingFact } from './meeting-facts'
import { DUTY, FACT, ITEM, PERIOD, SUBJECT, VERDICT } from './tables'
import { findFirstYearInTx, findItemPlacesInTx, findTouchedCellsInTx } from './touched-cells'
import { writeReferenceInTx } from './write-versioned'

/**
 * What the events are folded onto: `board`, what stands there (new events), or `nothing` (every event the topic has of
 * these subjects is given again, because one arrived before some that are already folded).
 */
export type FoldedOnto = 'board' | 'nothing'

/** Folds what was prepared under a stamp. The caller holds the board, in that epoch. */
export type Fold = (stamp: string, epoch?: string) => Promise<void>

/** Folds one topic's events, in its order, into the board under one stamp. The caller holds the board. */
export async function foldEventsInTx(
  tx: ClientBase,
  topic: Topic,
  stamp: string,
  events: readonly ParsedEvent[],
  onto: FoldedOnto = 'board',
): Promise<void> {
  const fold = await prepareFoldInTx(tx, topic, events, { onto, ahead: false })
  await fold(stamp)
}

/** `ahead`: the board is not held yet, and what can be worked out before is. */
export type Preparing = { onto: FoldedOnto; ahead: boolean }

/**
 * The part of a fold that needs the topic's fence only: what was reported before is this topic's own, nobody else
 * writes it. The board is one for all topics, so whatever can be done before it is taken is done at the same time as
 * another topic's writing: a topic's own cells are derived ahead, and derived anew if the epoch has changed when the
 * board is held. A subject that both topics of a region report is not found that way: a row that another one has moved
 * meanwhile breaks the key ({@link isMovedCell}), and the chunk is applied again without working ahead. A rebuilt board
 * that takes the other's place begins an epoch too: what was written into the old one is written again.
 */
export async function prepareFoldInTx(
  tx: ClientBase,
  topic: Topic,
  events: readonly ParsedEvent[],
  preparing: Preparing,
): Promise<Fold> {
  if (events.length === 0) return () => Promise.resolve()
  const { onto } = preparing
  switch (topic.kind) {
    case 'target':
    case 'project':
      return prepareReports(tx, topic.kind, events, preparing)
    case 'meeting':
      return (stamp) => foldVerdicts(tx, topic.zone, stamp, events, onto)
    case 'plan':
      return (stamp) => foldPlan(tx, topic.zone, stamp, events, onto)
    default:
      return topic satisfies never
  }
}

/** Whether a topic's events may change other cells than those that it reports itself. */
export const writesOf = ({ kind }: Topic): Writes => (kind === 'plan' || kind === 'meeting' ? 'any' : 'own')

async function prepareReports(
  tx: ClientBase,
  kind: SubjectKind,
  events: readonly ParsedEvent[],
  { onto, ahead }: Preparing,
): Promise<Fold> {
  const statements = events.filter(isStatement)
  const reports = (statements.length === 0 ? events : events.filter((event) => !isStatement(event))).map(reportOf)
  const series = onto === 'board' ? await loadFiguresInTx(tx, kind, reports) : seriesOf(reports)
  const byCell = byTheRules(() => sayInOrder(reports, series))
  const keys = [...byCell.values()].map(({ key }) => key)
  const derive = () =>
    deriveCellsInTx(tx, keys, (key, known) => {
      // Only this topic's sub-state begins anew: the other kind's is another topic's.
      const standing = onto === 'board' ? known : without(known, kind)
      return (byCell.get(cellKeyOf(key))?.said ?? []).reduce<CellReports | undefined>(evolveReport, standing)
    })
  const prepare = async () => {
    const write = await derive()
    await writeFiguresInTx(tx, kind, series)
    return write
  }
  // The epoch first: what is read after it is at least as new.
  const early = ahead ? { epoch: await readEpochInTx(tx), write: await prepare() } : undefined
  return async (stamp, epoch) => {
    await foldStatementsInTx(tx, stamp, statements)
    const write = early !== undefined && early.epoch === epoch ? early.write : await prepare()
    await write(stamp)
  }
}

function without(reports: CellReports | undefined, kind: SubjectKind): CellReports | undefined {
  if (reports === undefined) return undefined
  const { [kind]: _begunAnew, ...others } = reports
  return others
}

async function foldVerdicts(
  tx: ClientBase,
  zone: string,
  stamp: string,
  events: readonly ParsedEvent[],
  onto: FoldedOnto,
): Promise<void> {
  const byCell = new Map<string, { key: CellKey; said: VerdictSaid[] }>()
  await foldMeetingFactsInTx(tx, zone, stamp, events.filter(isMeetingFact))
  for (const event of events) {
    if (isMeetingFact(event)) continue
    if (event.type !== 'lianxi.report.returned.v1' && event.type !== 'lianxi.report.confirmed.v1') {
      throw new UnappliableEvent(`${event.type} on a meeting topic was not parked`)
    }
    const { subject, region, period } = event.data
    const key = { zone, subject, region, period }
    const cell = byCell.get(cellKeyOf(key)) ?? { key, said: [] }
    cell.said.push({ ...event, eventId: event.envelope.id, occurredAt: event.envelope.time })
    byCell.set(cellKeyOf(key), cell)
  }
  const keys = [...byCell.values()].map(({ key }) => key)
  const known = onto === 'board' ? await loadVerdicts(tx, keys) : new Map<string, CellVerdicts>()
  const rows = [...byCell].map(([name, { key, said }]) => ({
    ...key,
    state: said.reduce<CellVerdicts | undefined>(evolveVerdict, known.get(name)),
    event_id: said.at(-1)?.eventId,
  }))
  await writeReferenceInTx(tx, VERDICT, stamp, rows)
  const write = await deriveCellsInTx(tx, keys)
  await write(stamp)
}

async function loadVerdicts(tx: ClientBase, keys: readonly CellKey[]): Promise<Map<string, CellVerdicts>> {
  const { rows } = await tx.query<CellKey & { state: unknown }>(
    `SELECT zone, subject, region, period, state FROM verdict
     JOIN jsonb_to_recordset($1::jsonb) AS k (zone text, subject text, region text, period text)
     USING (zone, subject, region, period)`,
    [JSON.stringify(keys)],
  )
  return new Map(rows.map((row) => [cellKeyOf(row), CellVerdicts.parse(row.state)]))
}

async function foldPlan(
  tx: ClientBase,
  zone: string,
  stamp: string,
  events: readonly ParsedEvent[],
  onto: FoldedOnto,
): Promise<void> {
  const changes = collectPlanChanges(zone, events)
  const checkedFrom = await findFirstYearInTx(tx, zone, changes.ruleSets)
  const moved = await findItemPlacesInTx(tx, zone, [...changes.items.keys()])
  await writeReferenceInTx(tx, FACT, stamp, [...changes.facts.values()])
  await writeReferenceInTx(tx, SUBJECT, stamp, [...changes.subjects.values()])
  await writeReferenceInTx(tx, ITEM, stamp, [...changes.items.values()])
  await writeReferenceInTx(tx, DUTY, stamp, await dutyRows(tx, zone, changes, onto === 'board'))
  await foldLibraryInTx(tx, zone, stamp, changes.library, onto)
  await foldExtensionsInTx(tx, zone, stamp, changes.extensions, onto)
  await writeReferenceInTx(tx, PERIOD, stamp, await periodRows(tx, zone, changes, onto))
  const keys = await findTouchedCellsInTx(tx, zone, {
    duties: [...changes.duties.values()],
    periods: [...changes.periods.keys(), ...[...changes.extensions.values()].map(({ period }) => period)],
    subjects: [...changes.subjects.keys()],
    items: [...moved, ...changes.items.values()],
    checkedFrom,
  })
  const write = await deriveCellsInTx(tx, keys)
  await write(stamp)
}

async function periodRows(tx: ClientBase, zone: string, { periods }: PlanChanges, onto: FoldedOnto): Promise<object[]> {
  const keys = [...periods.keys()].map((period) => ({ zone, period }))
  const known = onto === 'board' ? await loadPeriodsInTx(tx, keys) : new Map<string, PeriodState>()
  return [...periods].map(([period, events]) => {
    const state = events.reduce((folded, { said }) => evolvePeriod(folded, said), known.get(`${zone} ${period}`))
    return {
      zone,
      period,
      frequency: frequencyOf(period),
      year: yearOf(period),
      opens_at: state?.opensAt,
      due_at: state?.dueAt,
      closes_at: state?.closesAt,
      fell_due: state?.fellDue,
      closed: state?.closed,
      event_id: events.at(-1)?.eventId,
    }
  })
}
