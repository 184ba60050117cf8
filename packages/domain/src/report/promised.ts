import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import type { SubjectKind } from '@lianxi/schema/vocabulary'

/** What the plan says of a subject and the year's list asks of a region, as far as figures are compared with it. */
export type Promised = Pick<CheckContext, 'unit' | 'basis' | 'targetValue' | 'planWan' | 'totalWan'> & {
  kind: SubjectKind
}

type Listed = { kind: 'target'; doc: TargetListed } | { kind: 'project'; doc: ProjectListed }

/** `item`: the first of the year's items that ask this region for it, by position and code. */
export function promisedOf(subject: Listed, item: ItemListed | null): Promised {
  if (subject.kind === 'project') {
    const { planWan = null, totalWan = null } = item?.project ?? {}
    return { kind: 'project', unit: null, basis: null, targetValue: null, planWan, totalWan }
  }
  const { unit, basis, value } = subject.doc
  const targetValue = item?.target?.yearValue?.value ?? value
  return { kind: 'target', unit, basis, targetValue, planWan: null, totalWan: null }
}
