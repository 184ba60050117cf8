import { coursePoints, type Judged, startsAnew } from '@lianxi/domain/status/course-points'
import { DEFAULT_RULE_SET } from '@lianxi/domain/status/default-rules'
import { Judgement, type TargetInput } from '@lianxi/domain/status/types'
import type { CourseView } from '@lianxi/schema/views/course'
import { z } from 'zod'
import { sql } from '../../client'
import { readRuleSets } from '../../rule-set/read'
import type { Frame } from '../moment/frame'
import { regionName } from '../base/reference'

const Row = z.object({ region: z.string(), ruleSet: z.int(), inputs: z.unknown(), actual: z.string().nullable() })

/**
 * Of each region the course of a subject, from what every status rests on (ADR 29, 30): drawn is what the judge judged
 * by. An older build's inputs of another form are left out.
 */
export async function readCourses(frame: Frame, subject: string): Promise<CourseView[]> {
  const { db, board, reference, regions } = frame
  const zone = reference.zone.code
  const [rows, adopted] = await Promise.all([
    db.$queryRaw<unknown[]>(sql`
      SELECT st.region, st.rule_set AS "ruleSet", st.detail->'inputs' AS inputs, st.detail->>'actual' AS actual
      FROM ${board.status} st
      WHERE st.zone = ${zone} AND st.subject = ${subject} AND st.region = ANY(${regions})`),
    readRuleSets(db, zone),
  ])
  const judged = new Map<string, Judged[]>()
  for (const { region, ruleSet, inputs, actual } of z.array(Row).parse(rows)) {
    const read = Judgement.shape.inputs.safeParse(inputs)
    if (!read.success) continue
    const rules = adopted.find(({ version }) => version === ruleSet) ?? DEFAULT_RULE_SET
    judged.set(region, [...(judged.get(region) ?? []), { inputs: read.data, actual, rules }])
  }
  return [...judged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([region, all]) => courseOf(frame, region, all))
}

const measuredOf = ({ basis, share }: TargetInput): CourseView['measured'] =>
  basis === 'cumulative' ? 'sum' : share === undefined ? 'value' : 'share'

function courseOf({ reference }: Frame, region: string, judged: Judged[]): CourseView {
  const points = coursePoints(judged)
  const last = points.findLast(({ value }) => value !== null) ?? points.at(-1)
  const inputs = (judged.find((one) => one.inputs.given.period === last?.period) ?? judged[0])?.inputs
  const given = inputs?.kind === 'target' ? inputs.given : undefined
  return {
    region: regionName(reference, region),
    measured: given === undefined ? 'investment' : measuredOf(given),
    startsAnew: inputs !== undefined && startsAnew(inputs),
    // Of a sum or a growth rate the baseline is another quantity than the path's.
    baseline: given?.basis === 'stock' || given?.basis === 'ratio' ? given.baseline : null,
    target: given?.target ? { value: given.target.value, year: given.target.year } : null,
    points,
  }
}
