import type { ParkedFilter } from '@lianxi/schema/commands/parked'
import { join, type Sql, sql } from '../client'
import { likePattern } from '../readers/base/parts'

/** A header's text as it lies in the stored pairs; names and values that are no plain text are not searched. */
const HEADERS = sql`m.headers::text`

/** Condition on `parked_message m`: the same for the list and for what is done with all of it. */
export function filtered({ state, region, reason, topic, q }: ParkedFilter): Sql {
  const conditions: Sql[] = [sql`m.state = ${state}`]
  if (region !== undefined) conditions.push(region === 'zone' ? sql`m.region IS NULL` : sql`m.region = ${region}`)
  if (reason !== undefined) conditions.push(sql`m.reason = ${reason}`)
  if (topic !== undefined) conditions.push(sql`m.topic = ${topic}`)
  const part = q?.trim() ?? ''
  if (part !== '') {
    const pattern = likePattern(part)
    conditions.push(sql`(m.topic ILIKE ${pattern} OR m."offset"::text = ${part} OR m.detail ILIKE ${pattern}
      OR encode(m.key, 'escape') ILIKE ${pattern} OR ${HEADERS} ILIKE ${pattern})`)
  }
  return join(conditions, ' AND ')
}
