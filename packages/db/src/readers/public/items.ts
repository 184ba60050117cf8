import { isReleased, PUBLIC_TEXTS } from '@lianxi/domain/public/released'
import { ItemListed } from '@lianxi/schema/events/commitments'
import type { PublicFigure, PublicItem } from '@lianxi/schema/views/public'
import { z } from 'zod'
import { type Database, raw, type Sql, sql } from '../../client'
import type { Board } from '../base/board'
import { StoredCell } from '../base/cells'
import { cellJson, currentReport, dayInChina, periodEnd } from '../base/parts'
import type { PublicIndex } from './index'
import { bodyName, indicatorOf, provenance, type Reference, regionName, wholeOf } from '../base/reference'
import { startOf, totalOf } from '../board/list-row'
import { SubjectRow } from '../board/subject'

const Said = z.object({
  cell: StoredCell,
  fellDue: z.boolean(),
  day: z.string().nullable(),
  doneOn: z.string().nullable(),
  said: z.record(z.string(), z.string().nullable()),
})
const Row = z.object({ item: ItemListed, subject: SubjectRow, cells: z.array(Said) })
type Row = z.infer<typeof Row>

/** Of a report's texts only those the rule names leave the database. */
const saidJson = (alias: string): Sql => {
  const names = [...new Set(Object.values(PUBLIC_TEXTS).flat())]
  const pairs = names.map((name) => `'${name}', ${alias}.data->'content'->>'${name}'`)
  return raw(`jsonb_build_object(${pairs.join(', ')})`)
}

/** The items of these codes, in their order, each with the figures that are released. */
export async function readPublicItems(
  db: Database,
  { reference, today }: PublicIndex,
  codes: readonly string[],
  board: Board,
): Promise<PublicItem[]> {
  const zone = reference.zone.code
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('item', i.doc, 'subject', jsonb_build_object('kind', s.kind, 'name', s.name, 'doc', s.doc),
      'cells', coalesce(c.cells, '[]')) AS row
    FROM ${board.item} i
    JOIN ${board.subject} s ON s.zone = i.zone AND s.code = i.subject
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('cell', ${cellJson('p')}, 'fellDue', coalesce(t.fell_due, false),
        'day', ${dayInChina('p.reported_at')}, 'said', ${saidJson('e')},
        'doneOn', CASE WHEN jsonb_exists(e.data, 'attachments') THEN e.data->'content'->>'doneOn' END) ORDER BY ${periodEnd('p')} DESC, p.frequency) AS cells
      FROM ${board.progress} p
      LEFT JOIN ${board.period} t ON t.zone = p.zone AND t.period = p.period
      ${currentReport('p', 'e')}
      WHERE p.zone = i.zone AND p.region = i.region AND p.subject = i.subject AND p.year = i.year AND p.kind = i.kind) c ON true
    WHERE i.zone = ${zone} AND i.code = ANY(${[...codes]})`)
  const found = new Map(rows.map(({ row }) => Row.parse(row)).map((row) => [row.item.code, row]))
  return codes.flatMap((code) => {
    const row = found.get(code)
    return row === undefined ? [] : [itemOf(reference, today, row)]
  })
}

function itemOf(reference: Reference, today: string, row: Row): PublicItem {
  const { item, subject } = row
  const doc = subject.doc
  return {
    ...{ item: item.code, subject: item.subject, kind: subject.kind, name: subject.name, field: doc.domain },
    ...{ list: item.list, year: item.year, region: regionName(reference, item.region), attribute: item.attribute },
    ...{ leadBody: bodyName(reference, item.leadBody).name, deadline: item.deadline },
    ...promisedBy(reference, row),
    figures: row.cells.flatMap((said) => figureOf(reference, today, row, said)),
    source: provenance(reference, doc.source),
  }
}

/** What the list and the plan promise. */
function promisedBy(reference: Reference, { item, subject }: Row): Pick<PublicItem, 'unit' | 'target' | 'project'> {
  if (subject.kind === 'project') {
    const { planWan = null, origin = null } = item.project ?? {}
    const plan = { planWan, planOrigin: planWan === null ? null : origin }
    const project = { ...totalOf(subject.doc, item), ...plan, outcome: subject.doc.plannedOutcome }
    return { unit: null, target: null, project }
  }
  const { unit, comparator, value, valueHigh, targetYear } = subject.doc
  const target = {
    ...{ comparator, planValue: value, planValueHigh: valueHigh, targetYear },
    baseline: startOf(subject.doc, item.region, item),
    planOf: wholeOf(reference, subject.doc, item.region),
    yearValue: item.target?.yearValue ?? null,
  }
  return { unit, target, project: null }
}

function figureOf(
  reference: Reference,
  today: string,
  row: Row,
  { cell, fellDue, day, doneOn, said }: z.infer<typeof Said>,
): PublicFigure[] {
  const { item, subject } = row
  const facts = {
    ...{ today, period: cell.period, fellDue, cell },
    releases: subject.kind === 'target' ? releasesOf(reference, subject.doc.indicator) : [],
    needsConfirmation: reference.zone.confirmations.some(({ region }) => region === item.region),
  }
  if (day === null || !isReleased(facts)) return []
  if (subject.kind === 'target' && cell.value === null && doneOn === null) return []
  const { period, value, stage, progressPercent, investedYearWan, investedTotalWan, revision } = cell
  return [
    {
      ...{ period, value, doneOn, stage, progressPercent, investedYearWan, investedTotalWan },
      ...{ revision: revision ?? 1, reportedOn: day },
      ...{ text: said['physicalProgress'] ?? '', figureSource: said['figureSource'] ?? '' },
    },
  ]
}

/** The indicator itself and the one it counts as. */
function releasesOf(reference: Reference, indicator: string | null) {
  const own = indicator === null ? undefined : reference.indicators.get(indicator)
  return [own, indicatorOf(reference, indicator)].filter((one) => one !== undefined)
}
