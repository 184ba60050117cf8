import { TargetRevised } from '@lianxi/schema/events/revisions'
import type { TargetRevisionView } from '@lianxi/schema/views/subject'
import { type Reading, sql } from '../client'
import type { Board } from './board'
import { targetPromise } from './promise-text'

/** A target's revisions, first to last, each with what it was before. */
export async function readTargetRevisions(
  db: Reading,
  zone: string,
  target: string,
  board: Board,
): Promise<TargetRevisionView[]> {
  const rows = await db.$queryRaw<{ doc: unknown }[]>(sql`
    SELECT doc FROM ${board.fact} f WHERE zone = ${zone} AND kind = 'target-revision' AND doc->'target'->>'code' = ${target}
    ORDER BY (doc->>'revision')::int`)
  return rows.map(({ doc }) => {
    const { revision, before, target: after, reason, approvedBy, basis, approvedOn } = TargetRevised.parse(doc)
    return {
      ...{ revision, reason, approvedBy, basis, approvedOn },
      ...{ before: targetPromise(before, null) ?? '定性', after: targetPromise(after, null) ?? '定性' },
    }
  })
}
