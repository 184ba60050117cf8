import type { Judgement, ProjectInput, RuleSet } from './types'
import { undecided } from './undecided'

/** What is said of a project, or of one region's part of it, for a period. */
export function resolveProject(given: ProjectInput, ruleSet: RuleSet): Judgement {
  return undecided({ kind: 'project', given }, ruleSet)
}
