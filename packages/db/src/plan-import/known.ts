import type { Known } from '@lianxi/domain/plan-import/known'
import { type Reading, sql } from '../client'
import { SubjectDoc } from '../readers/subject-doc'
import { readReference } from '../readers/reference'

/** What the board has of a zone's plans, for reading a file against it; `owner` null: for the secretariat. */
export async function readKnown(db: Reading, zone: string, owner: string | null): Promise<Known> {
  const [reference, rows, revised, binding] = await Promise.all([
    readReference(db, zone),
    db.$queryRaw<unknown[]>(sql`SELECT kind, doc FROM board.subject WHERE zone = ${zone} ORDER BY code`),
    db.$queryRaw<{ code: string }[]>(
      sql`SELECT DISTINCT split_part(code, ':', 1) AS code FROM board.fact
        WHERE zone = ${zone} AND kind IN ('target-revision', 'project-revision')`,
    ),
    db.$queryRaw<{ plan: string }[]>(sql`
      SELECT DISTINCT s.plan FROM board.item i JOIN board.subject s ON s.zone = i.zone AND s.code = i.subject
      WHERE i.zone = ${zone}`),
  ])
  const subjects = rows.map((row) => SubjectDoc.parse(row))
  return {
    ...{ zone: { code: zone, name: reference.zone.name }, owner },
    regions: [...reference.regions.values()],
    bodies: [...reference.bodies.values()].filter(({ endedOn }) => endedOn === undefined),
    plans: [...reference.plans.values()],
    indicators: [...reference.indicators.values()],
    targets: subjects.flatMap((one) => (one.kind === 'target' ? [one.doc] : [])),
    revised: new Set(revised.map(({ code }) => code)),
    binding: new Set(binding.map(({ plan }) => plan)),
    projects: subjects.flatMap((one) => (one.kind === 'project' ? [one.doc] : [])),
  }
}
