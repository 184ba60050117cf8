import { leadersOf } from '@lianxi/domain/project/groups'
import { comparePeriods } from '@lianxi/schema/period'
import { SeriesValueEntered } from '@lianxi/schema/events/indicators'
import type { IndicatorListed } from '@lianxi/schema/events/facts'
import type { IndicatorLine, IndicatorOpen, IndicatorsView, SeriesLine } from '@lianxi/schema/views/indicator'
import { type Reading, sql } from '../client'
import { type KnownIndicators, mergedInto, readKnownIndicators, seenOf } from '../indicator/known'
import { placeName, readReference, type Reference, zoneName } from './reference'

type Asked = { zone: string; q: string; at: string | null }

/** The zone's indicators, those that mean the same beside each other, and the series its targets are compared with. */
export async function readIndicators(db: Reading, { zone, q, at }: Asked, mayKeep: boolean): Promise<IndicatorsView> {
  const [reference, known, series] = await Promise.all([
    readReference(db, zone),
    readKnownIndicators(db, zone),
    readSeries(db, zone),
  ])
  const lines = [...known.indicators.keys()].map((code) => lineOf(known, code))
  const words = q.trim()
  const shown = lines.filter(({ code, name }) => words === '' || name.includes(words) || code.includes(words))
  const line = lines.find(({ code }) => code === at)
  return {
    ...{ zone: zoneName(reference), mayKeep, total: lines.length, indicators: shown, series },
    open: line === undefined ? null : await openOf(db, reference, known, line),
  }
}

const contentOf = ({ name, unit, basis, aggregate, domain, ...more }: IndicatorListed) => ({
  ...{ name, unit, basis, aggregate, domain },
  ...{ frequency: more.frequency ?? null, releaseAfterDays: more.releaseAfterDays ?? null },
  ...{ releasedBy: more.releasedBy ?? '', priceBasis: more.priceBasis ?? null, direction: more.direction ?? null },
  weight: more.weight ?? null,
})

function lineOf(known: KnownIndicators, code: string): IndicatorLine {
  const doc = known.indicators.get(code)?.doc
  if (doc === undefined) throw new Error(`indicator ${code} is not listed`)
  const named = (one: string) => ({ code: one, name: known.indicators.get(one)?.doc.name ?? one })
  const below = mergedBelow(known, code)
  const into = known.merges.get(code)?.doc.into
  return {
    ...{ code, ...contentOf(doc), merged: below.map(named), into: into === undefined ? null : named(into) },
    targets: [code, ...below].reduce((sum, one) => sum + (known.used.get(one) ?? 0), 0),
  }
}

/** Indicators that count as this one. */
function mergedBelow(known: KnownIndicators, code: string): string[] {
  const leaderOf = leadersOf(mergedInto(known))
  return [...known.merges.keys()].filter((one) => one !== code && leaderOf(one) === code)
}

async function openOf(
  db: Reading,
  reference: Reference,
  known: KnownIndicators,
  line: IndicatorLine,
): Promise<IndicatorOpen> {
  const codes = [line.code, ...line.merged.map(({ code }) => code)]
  const rows = await db.$queryRaw<{ code: string; name: string; plan: string; region: string }[]>(sql`
    SELECT code, name, plan, doc->>'region' AS region FROM board.subject
    WHERE zone = ${reference.zone.code} AND kind = 'target' AND doc->>'indicator' = ANY(${codes})
    ORDER BY plan, doc->>'region', code`)
  const merge = known.merges.get(line.code)?.doc
  const alike = [...known.indicators.values()].filter(
    ({ doc }) =>
      !codes.includes(doc.code) && !known.merges.has(doc.code) && doc.unit === line.unit && doc.basis === line.basis,
  )
  return {
    line,
    seen: seenOf(known, line.code),
    mergedBy:
      merge === undefined ? null : { reason: merge.reason, decidedBy: merge.decidedBy, decidedOn: merge.decidedOn },
    targets: rows.map(({ code, name, plan, region }) => ({
      ...{ code, name, plan: reference.plans.get(plan)?.name ?? plan },
      place: placeName(reference, region),
    })),
    alike: alike.map(({ doc: { code, name } }) => ({ code, name })),
  }
}

/** Every series a target of the zone names or somebody entered a figure of. */
async function readSeries(db: Reading, zone: string): Promise<SeriesLine[]> {
  const [wanted, entered] = await Promise.all([
    db.$queryRaw<{ code: string; name: string; unit: string | null; series: string; scope: string }[]>(sql`
      SELECT code, name, doc->>'unit' AS unit, doc->'relativeTo'->>'series' AS series, doc->'relativeTo'->>'scope' AS scope
      FROM board.subject WHERE zone = ${zone} AND kind = 'target' AND jsonb_exists(doc, 'relativeTo') ORDER BY code`),
    db.$queryRaw<{ doc: unknown }[]>(
      sql`SELECT doc FROM board.fact WHERE zone = ${zone} AND kind = 'series-value' ORDER BY code`,
    ),
  ])
  const lines = new Map<string, SeriesLine>()
  const lineOfSeries = (name: string, scope: string, unit: string | null): SeriesLine => {
    const line = lines.get(`${name} ${scope}`) ?? { name, scope, unit, targets: [], values: [] }
    lines.set(`${name} ${scope}`, line)
    return line
  }
  for (const { code, name, unit, series, scope } of wanted) {
    lineOfSeries(series, scope, unit).targets.push({ code, name })
  }
  for (const { doc } of entered) {
    const { name, scope, unit, period, value, source, enteredBy, enteredOn } = SeriesValueEntered.parse(doc)
    lineOfSeries(name, scope, unit).values.push({ period, value, source, enteredBy, enteredOn })
  }
  for (const line of lines.values()) line.values.sort((a, b) => comparePeriods(b.period, a.period))
  return [...lines.values()]
}
