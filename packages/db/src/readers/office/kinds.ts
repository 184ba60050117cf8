import { SubjectKind } from '@lianxi/schema/vocabulary'
import { type Reading, sql } from '../../client'

/** Target or project, of several subjects at once. */
export async function findKinds(db: Reading, zone: string, subjects: string[]): Promise<Map<string, SubjectKind>> {
  const rows = await db.$queryRaw<{ code: string; kind: string }[]>(
    sql`SELECT code, kind FROM board.subject WHERE zone = ${zone} AND code = ANY(${subjects})`,
  )
  return new Map(rows.map(({ code, kind }) => [code, SubjectKind.parse(kind)]))
}
