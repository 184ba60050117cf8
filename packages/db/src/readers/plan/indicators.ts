import { leadersOf } from '@lianxi/domain/project/groups'
import type { IndicatorListed } from '@lianxi/schema/events/facts'
import type { IndicatorLine, IndicatorOpen, IndicatorsView } from '@lianxi/schema/views/indicator'
import { type Reading, sql } from '../../client'
import { type KnownIndicators, mergedInto, readKnownIndicators, seenOf } from '../../indicator/known'
import { placeName, readReference, type Reference, zoneName } from '../base/reference'
import { readSeries } from './series'

/** Targets of one indicator on its panel: a province has thousands of one. */
const TARGETS_SHOWN = 200

type Asked = { zone: string; q: string; at: string | null }

/** The zone's indicators, those that mean the same beside each other, and the series its targets are compared with. */
export async function readIndicators(db: Reading, { zone, q, at }: Asked, mayKeep: boolean): Promise<IndicatorsView> {
  const [reference, known] = await Promise.all([readReference(db, zone), readKnownIndicators(db, zone)])
  const series = await readSeries(db, zone, known)
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
  ...{ weight: more.weight ?? null, share: more.share ?? null },
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
    ORDER BY plan, doc->>'region', code LIMIT ${TARGETS_SHOWN}`)
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
