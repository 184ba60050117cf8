import { z } from 'zod'
import { CheckThresholds } from '../check-thresholds'
import { SubjectCode, ZoneCode } from '../codes'
import { JudgingRules, RuleSetAdopted } from '../events/rule-set'
import { Period } from '../period'
import { Status } from '../status-vocabulary'
import { RegionName, ZoneName } from './common'

export const RulesInput = z.strictObject({ zone: ZoneCode })

/** The rules a zone is judged by, and all it adopted, last first. Version 0: the defaults. */
export const RulesView = z.strictObject({
  zone: ZoneName,
  version: z.int().min(0),
  rules: JudgingRules,
  checks: CheckThresholds,
  adopted: z.array(RuleSetAdopted),
  today: z.string(),
  mayAdopt: z.boolean(),
})
export type RulesView = z.infer<typeof RulesView>

/** At most so many are named; all are counted. */
export const SHOWN_MOVES = 200

export const RulesPreview = z.strictObject({
  judged: z.int().min(0).meta({ description: 'statuses judged from a report, of periods to which the rules apply' }),
  moved: z.int().min(0),
  moves: z.array(
    z.strictObject({
      subject: SubjectCode,
      name: z.string(),
      region: RegionName,
      period: Period,
      before: Status,
      after: Status,
      sentence: z.string(),
    }),
  ),
})
export type RulesPreview = z.infer<typeof RulesPreview>
