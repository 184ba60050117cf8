import type { Known } from '@lianxi/domain/plan-import/known'
import { findOpen } from '@lianxi/domain/plan-revision/proposal'
import { type Reading, sql } from '../client'
import { SubjectDoc } from '../readers/plan/subject-doc'
import { readReference } from '../readers/base/reference'
import { bySubject, readRevisionsSaid } from '../readers/plan/revisions-said'

/** What the board has of a zone's plans, for reading a file against it; `owner` null: for the secretariat. */
export async function readKnown(db: Reading, zone: string, owner: string | null): Promise<Known> {
  const [reference, rows, said, binding] = await Promise.all([
    readReference(db, zone),
    db.$queryRaw<unknown[]>(sql`SELECT kind, doc FROM board.subject WHERE zone = ${zone} ORDER BY code`),
    readRevisionsSaid({ db, zone }),
    db.$queryRaw<{ plan: string }[]>(sql`
      SELECT DISTINCT s.plan FROM board.item i JOIN board.subject s ON s.zone = i.zone AND s.code = i.subject
      WHERE i.zone = ${zone}`),
  ])
  const revisions = bySubject(said)
  const subjects = rows.map((row) => SubjectDoc.parse(row))
  return {
    ...{ zone: { code: zone, name: reference.zone.name }, owner },
    regions: [...reference.regions.values()],
    bodies: [...reference.bodies.values()].filter(({ endedOn }) => endedOn === undefined),
    plans: [...reference.plans.values()],
    indicators: [...reference.indicators.values()],
    targets: subjects.flatMap((one) => (one.kind === 'target' ? [one.doc] : [])),
    revised: new Set(revisions.flatMap(({ subject, approved }) => (approved.length > 0 ? [subject.doc.code] : []))),
    proposed: new Set(revisions.flatMap(({ subject, proposals }) => (findOpen(proposals) ? [subject.doc.code] : []))),
    binding: new Set(binding.map(({ plan }) => plan)),
    projects: subjects.flatMap((one) => (one.kind === 'project' ? [one.doc] : [])),
  }
}
