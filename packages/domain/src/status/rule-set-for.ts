import type { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import { lastDayOf, type Period } from '@lianxi/schema/period'
import { DEFAULT_RULE_SET } from './default-rules'
import type { RuleSet } from './types'

/** Of the rule sets in force on the period's last day the highest version. */
export function inForce<Adopted extends Pick<RuleSetAdopted, 'version' | 'effectiveFrom'>>(
  period: Period,
  adopted: readonly Adopted[],
): Adopted | undefined {
  const day = lastDayOf(period)
  return adopted.filter(({ effectiveFrom }) => effectiveFrom <= day).sort((a, b) => b.version - a.version)[0]
}

/** The rules in force for a period; the defaults where the zone adopted none. */
export function ruleSetFor(
  period: Period,
  adopted: readonly Pick<RuleSetAdopted, 'version' | 'effectiveFrom' | 'rules'>[],
): RuleSet {
  const found = inForce(period, adopted)
  return found === undefined ? DEFAULT_RULE_SET : { version: found.version, rules: found.rules }
}
