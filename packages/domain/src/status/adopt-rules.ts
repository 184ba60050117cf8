import type { AdoptRules } from '@lianxi/schema/commands/rule-set'
import type { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Refusal } from '@lianxi/schema/views/refusal'
import { refuse } from '../report/refusal'
import { DEFAULT_THRESHOLDS } from '../report/thresholds'
import { DEFAULT_RULE_SET } from './default-rules'

/** `underWay`: rules that were published and are not on the board yet. */
export type AdoptionContext = { adopted: readonly RuleSetAdopted[]; underWay: boolean; decidedBy: string }
export type AdoptionDecision = { ok: true; event: LianxiEvent } | { ok: false; refusal: Refusal }

/**
 * Decides the adoption of rules. Each adoption stands on the one the person saw; one that changes neither rules nor the
 * day they are in force from is a slip.
 */
export function decideAdoption(command: AdoptRules, context: AdoptionContext): AdoptionDecision {
  const { zone, effectiveFrom, rules, checks, reason, adoptedBy, expectedVersion } = command
  const { adopted, underWay, decidedBy } = context
  const version = adopted.reduce((last, one) => Math.max(last, one.version), 0)
  if (underWay || version !== expectedVersion) return { ok: false, refusal: refuse('rules-not-current') }
  const last = adopted.find((one) => one.version === version)
  const standing = [(last ?? DEFAULT_RULE_SET).rules, last?.checks ?? DEFAULT_THRESHOLDS]
  const same = JSON.stringify(standing) === JSON.stringify([rules, checks])
  if (same && (last === undefined || last.effectiveFrom === effectiveFrom)) {
    return { ok: false, refusal: refuse('rules-unchanged') }
  }
  const data = { zone, version: version + 1, effectiveFrom, rules, checks, reason, adoptedBy, decidedBy }
  return { ok: true, event: { type: 'lianxi.rule-set.adopted.v1', data } }
}
