import { DEFAULT_THRESHOLDS } from '@lianxi/domain/report/thresholds'
import { DEFAULT_RULE_SET } from '@lianxi/domain/status/default-rules'
import { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import type { RulesView } from '@lianxi/schema/views/rule-set'
import { type Reading, sql } from '../client'
import { dayInChina } from '../readers/base/parts'
import { readReference, zoneName } from '../readers/base/reference'

/** What a zone adopted, last version first. */
export async function readRuleSets(db: Reading, zone: string): Promise<RuleSetAdopted[]> {
  const rows = await db.$queryRaw<{ doc: unknown }[]>(
    sql`SELECT doc FROM board.fact WHERE zone = ${zone} AND kind = 'rule-set'`,
  )
  return rows.map(({ doc }) => RuleSetAdopted.parse(doc)).sort((a, b) => b.version - a.version)
}

/** The last rules a zone adopted, and all before them. */
export async function readRules(db: Reading, zone: string): Promise<Omit<RulesView, 'mayAdopt'>> {
  const [reference, adopted, [clock]] = await Promise.all([
    readReference(db, zone),
    readRuleSets(db, zone),
    db.$queryRaw<{ today: string }[]>(sql`SELECT ${dayInChina('clock()')} AS today`),
  ])
  const { version, rules } = adopted[0] ?? DEFAULT_RULE_SET
  const checks = adopted[0]?.checks ?? DEFAULT_THRESHOLDS
  return { zone: zoneName(reference), version, rules, checks, adopted, today: clock?.today ?? '' }
}
