import { z } from 'zod'
import { leadersOf } from '@lianxi/domain/project/groups'
import { ruleSetFor } from '@lianxi/domain/status/rule-set-for'
import type { RuleSet } from '@lianxi/domain/status/types'
import { type Filed, zoneTogether } from '@lianxi/domain/status/zone-parts'
import { periodsBehind, zoneStatus } from '@lianxi/domain/status/zone-status'
import { TargetListed } from '@lianxi/schema/events/facts'
import { Period } from '@lianxi/schema/period'
import { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import { LACK_LABELS, type ZoneRollUp } from '@lianxi/schema/views/roll-up'
import { Basis, FilingState } from '@lianxi/schema/vocabulary'
import { empty, sql } from '../../client'
import type { Frame } from '../moment/frame'
import { lastFigure, periodEnd } from '../base/parts'
import { endingWith } from '../base/periods'
import { indicatorOf, parentsOf, regionName, reportingRegions } from '../base/reference'

const FiledRow = z.object({
  subject: z.string(),
  region: z.string(),
  period: Period,
  state: FilingState,
  value: z.string().nullable(),
  last: z.object({ period: Period, value: z.string().nullable() }).nullable(),
  basis: Basis,
  unit: z.string().nullable(),
  indicator: z.string().nullable(),
})

/**
 * The zone's own targets with a number, put together from the regions, of the frame's period; those that somebody has to
 * report then, or some of them. For who sees the whole zone: it names the regions that have not reported.
 */
export async function readRollUps(frame: Frame, only: { subjects?: string[] } = {}): Promise<ZoneRollUp[]> {
  const { db, board, reference, period } = frame
  const [zone, periods] = [reference.zone.code, endingWith(period.period)]
  const among = only.subjects === undefined ? empty : sql`AND s.code = ANY(${only.subjects})`
  const rows = await db.$queryRaw<{ doc: unknown }[]>(sql`
    SELECT s.doc FROM ${board.subject} s
    WHERE s.zone = ${zone} AND s.kind = 'target' AND s.doc->>'region' = ${zone} AND s.doc->>'value' IS NOT NULL ${among}
      AND EXISTS (SELECT FROM ${board.progress} p
        WHERE p.zone = s.zone AND p.subject = s.code AND p.period = ANY(${periods}))
    ORDER BY s.code`)
  if (rows.length === 0) return []
  const targets = rows.map(({ doc }) => TargetListed.parse(doc))
  const behind = targets.map((target) => periodsBehind(behindOf(frame, target)))
  const [filed, ruleSets] = await Promise.all([readFiled(frame, targets, behind.flat()), readAdopted(frame)])
  const rules = ruleSetFor(period.period, ruleSets)
  return targets.map((target, index) => rollUpOf(frame, target, { filed, before: behind[index] ?? [], rules }))
}

const behindOf = ({ reference, period: { period } }: Frame, doc: TargetListed) => ({
  ...{ doc, period, planStart: reference.plans.get(doc.plan)?.periodStart },
})

/** The rule sets the zone had adopted when the board was as it is read. */
async function readAdopted({ db, board, reference }: Frame): Promise<RuleSetAdopted[]> {
  const rows = await db.$queryRaw<{ doc: unknown }[]>(sql`
    SELECT f.doc FROM ${board.fact} f WHERE f.zone = ${reference.zone.code} AND f.kind = 'rule-set'`)
  return rows.map(({ doc }) => RuleSetAdopted.parse(doc))
}

/**
 * What regions filed of these targets, of others of the same indicators, and of what means are weighted by; of the
 * periods behind the frame's only what the responsible ones did.
 */
async function readFiled(
  { db, board, reference, period }: Frame,
  targets: readonly TargetListed[],
  behind: readonly Period[],
): Promise<Filed[]> {
  const earlier = [...new Set(behind.flatMap(endingWith))]
  const now = endingWith(period.period)
  const leaderOf = leadersOf(reference.mergedIndicators)
  const asked = new Set(
    targets.flatMap(({ indicator }) => {
      const its = indicatorOf(reference, indicator)
      return [its?.code, its?.weight].flatMap((code) => (code === undefined ? [] : [leaderOf(code)]))
    }),
  )
  const indicators = [...reference.indicators.keys()].filter((code) => asked.has(leaderOf(code)))
  const codes = targets.map(({ code }) => code)
  const rows = await db.$queryRaw<{ filed: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', p.subject, 'region', p.region, 'period', p.period, 'state', p.state,
      'value', trim_scale(p.value)::text, 'last', CASE WHEN last.period IS NOT NULL THEN
        jsonb_build_object('period', last.period, 'value', trim_scale(last.value)::text) END,
      'basis', s.doc->>'basis', 'unit', s.doc->>'unit', 'indicator', s.doc->>'indicator') AS filed
    FROM ${board.subject} s
    JOIN ${board.progress} p ON p.zone = s.zone AND p.subject = s.code AND p.period = ANY(${[...now, ...earlier]})
      AND (p.period = ANY(${now}) OR p.region = ANY(${reference.zone.responsibleRegions}))
    ${lastFigure('p', 'last', periodEnd('p'), board)}
    WHERE s.zone = ${reference.zone.code} AND s.kind = 'target'
      AND (s.code = ANY(${codes}) OR s.doc->>'indicator' = ANY(${indicators}))`)
  return rows.map(({ filed }) => {
    const row = FiledRow.parse(filed)
    return { ...row, indicator: row.indicator === null ? null : leaderOf(row.indicator) }
  })
}

type Rest = { filed: readonly Filed[]; before: readonly Period[]; rules: RuleSet }

function rollUpOf(frame: Frame, target: TargetListed, { filed, before, rules }: Rest): ZoneRollUp {
  const { reference } = frame
  const { period, fellDue } = frame.period
  const indicator = indicatorOf(reference, target.indicator)
  const weight = indicator?.aggregate === 'weighted-mean' ? indicatorOf(reference, indicator.weight ?? null) : undefined
  const { code: subject, name, unit, basis, comparator, value: planValue, valueHigh: planValueHigh } = target
  const aggregate = indicator?.aggregate ?? null
  const asked = { subject, basis, unit, indicator: indicator?.code ?? null, aggregate, weight: weight?.code ?? null }
  const reporting = new Set(reportingRegions(reference).map(({ code }) => code))
  const zone = { responsible: reference.zone.responsibleRegions, parents: parentsOf(reference) }
  const togetherIn = (of: Period) => {
    const ending = new Set(endingWith(of))
    const its = filed.filter((one) => reporting.has(one.region) && ending.has(one.period))
    return zoneTogether(asked, its, { ...zone, period: of })
  }
  const together = togetherIn(period)
  const named = (region: string) => regionName(reference, region)
  const judged = {
    ...{ ...behindOf(frame, target), due: fellDue, figure: together },
    before: before.flatMap((of) => {
      const { value } = togetherIn(of)
      return value === null ? [] : [{ period: of, value }]
    }),
    lacking: together.parts.flatMap(({ region, lacks }) =>
      lacks === null ? [] : [`${named(region).shortName}${LACK_LABELS[lacks]}`],
    ),
  }
  const made = aggregate !== null && aggregate !== 'none'
  return {
    ...{ subject, name, unit, period, comparator, planValue, planValueHigh, targetYear: target.targetYear },
    ...{ aggregate, weightName: weight?.name ?? null, value: together.value, partial: together.partial },
    mark: made ? markOf(zoneStatus(judged, rules)) : null,
    parts: together.parts.map((part) => ({ ...part, region: named(part.region) })),
    inside: together.inside.map((part) => ({ ...part, region: named(part.region), within: named(part.within) })),
  }
}

/** Nobody overrides it or objects to it: it is made of what the regions answer for. */
const markOf = (said: ReturnType<typeof zoneStatus>): ZoneRollUp['mark'] =>
  said === null ? null : { ...said, computed: said.status, override: null, objection: null }
